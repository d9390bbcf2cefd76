"""Pains are ranked and red flags raised as the method says; the result holds all of it."""

from __future__ import annotations

import json

import pytest

from assessments.journey.findings import findings
from assessments.journey.mistakes import SEVEN, raised
from assessments.journey.pains import ranked
from assessments.journey.reading import read
from assessments.journey.result import result

from .maps import WHOLE, felt, point


def test_a_pain_is_severity_times_frequency_times_importance() -> None:
    (pain,) = ranked(point(importance=3, pains=[{"text": "p", "severity": 3, "frequency": 0.4}]))
    assert pain.score == pytest.approx(3.6)
    (plain,) = ranked(point(pains=[{"text": "p", "severity": 5, "frequency": 1}]))
    assert plain.score == 5  # what nobody has weighed is multiplied by nothing


@pytest.mark.parametrize("moment", ["first", "trigger", "purchase", "use", "recovery"])
def test_it_counts_half_as_much_again_at_a_moment_of_truth(moment: str) -> None:
    (pain,) = ranked(point(moment_of_truth=moment, importance=3, pains=[{"text": "p", "severity": 5, "frequency": 1}]))
    assert pain.score == 22.5


def test_the_worst_comes_first_ties_in_order_and_the_unknown_last() -> None:
    pains = [
        {"text": "unknown"},
        {"text": "half known", "severity": 5},
        {"text": "small", "severity": 1, "frequency": 0.1},
        {"text": "never", "severity": 5, "frequency": 0},
        {"text": "one", "severity": 4, "frequency": 0.5},
        {"text": "other", "severity": 2, "frequency": 1},
    ]
    order = [each.pain.text for each in ranked(point(pains=pains))]
    assert order == ["one", "other", "small", "never", "unknown", "half known"]


def test_the_seven_mistakes_raise_their_flags_once_each() -> None:
    assert tuple(f"RF-0{number}" for number in range(1, 8)) == SEVEN
    points = [{"name": "a", "mistakes": ["RF-07", "RF-01", "RF-01"]}, {"name": "b", "mistakes": ["RF-01"]}]
    found = raised(read({"schema": "cx-journey/1", "stages": [{"name": "s", "touchpoints": points}]}))
    assert [(each.flag, [point.name for point in each.touchpoints]) for each in found] == [
        ("RF-01", ["a", "b"]),
        ("RF-07", ["a"]),
    ]


@pytest.mark.parametrize(
    ("value", "statuses", "flags"),
    [
        (-2, [], ["RF-20"]),
        (-1.99, [], []),
        (-2, ["open"], []),
        (-2, ["planned"], []),
        (-2, ["done", "dropped"], ["RF-20"]),
        (-2, ["dropped", "open"], []),
    ],
)
def test_a_very_bad_moment_nothing_is_done_about_raises_a_flag(
    value: float, statuses: list[str], flags: list[str]
) -> None:
    lifts = [{"text": "x", "status": status} for status in statuses]
    map = point(emotion={"value": value}, opportunities=lifts)
    assert [each.flag for each in raised(map)] == flags


def test_on_the_wider_scale_very_bad_is_minus_five() -> None:
    assert raised(felt(-4, scale=5)) == ()
    assert [each.flag for each in raised(felt(-5, scale=5))] == ["RF-20"]


def test_a_flag_said_by_hand_and_raised_by_the_map_stands_once() -> None:
    (only,) = raised(point(emotion={"value": -2}, mistakes=["RF-20"]))
    assert [each.name for each in only.touchpoints] == ["T"]


def test_the_result_holds_everything() -> None:
    found = json.loads(json.dumps(result(findings(read(WHOLE)))))
    assert found["format"] == "cxmaturity-journey/1"
    assert [found[key] for key in ("mean", "peak", "end", "peak_end")] == [-1, -1, -1, -1]
    assert found["lowest_touchpoint"] == "Search result"
    assert found["stages"] == [{"id": "s1", "name": "Discover", "value": -1, "n": 12}]
    assert found["hurting"] == ["s1"]
    assert found["touchpoints"] == [{"id": "t1", "name": "Search result", "value": -1, "basis": "reported", "n": 12}]
    (pain,) = found["pains"]
    assert pain.pop("score") == pytest.approx(5.4)
    assert pain == {
        "touchpoint": "Search result",
        "touchpoint_id": "t1",
        "text": "too many results",
        "severity": 3,
        "frequency": 0.4,
        "importance": 3,
        "moment_of_truth": "first",
    }
    assert found["red_flags"] == [{"id": "RF-01", "touchpoints": ["t1"]}]


def test_what_is_not_known_is_null_in_the_result() -> None:
    found = result(findings(felt(None)))
    for key in ("mean", "peak", "end", "peak_end", "lowest_touchpoint", "peak_at", "end_at", "lowest_at", "advice"):
        assert found[key] is None
    assert (found["touchpoints"], found["pains"], found["red_flags"]) == ([], [], [])
