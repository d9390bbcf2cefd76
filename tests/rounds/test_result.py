"""A comparison as plain values, and what several anonymous rounds side by side must not tell."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from assessments.rounds.between import Work
from assessments.rounds.common import Round
from assessments.rounds.privacy import too_close
from assessments.rounds.result import result
from assessments.rounds.rounds import compare
from assessments.rounds.upgrades import carried

from ..maturity.builders import FRAMEWORK, TODAY, card, changed, everything, practices_of, sheet, weighted

FIRST = practices_of("l1")[0]


def held(stage, days, people=8, framework=FRAMEWORK):
    said = sheet(leaders=[everything(stage)] * people)
    on = TODAY + timedelta(days=days)
    return Round(f"day {days}", on, framework, card(said, framework, on))


def made(*, practices=True, framework=FRAMEWORK):
    done = [Work("abc", FIRST, TODAY + timedelta(days=50))]
    return result(compare([held(1, 0), held(3, 100, framework=framework)], done), practices=practices)


def test_it_says_what_each_round_was_and_what_changed():
    said = made()
    assert said["format"] == "cxmaturity-rounds/1" and said["framework"] == "cx-pyramid"
    assert [each["title"] for each in said["rounds"]] == ["day 0", "day 100"]
    assert [each["level"] for each in said["rounds"]] == [0, 6]
    assert [each["scores"]["l1"] for each in said["rounds"]] == [25, 75]
    assert said["whole"]["level"] == "up"
    assert said["whole"]["dimensions"][0] == {
        "id": "l1", "verdict": "up", "points": 50, "line": pytest.approx(7.636753, abs=1e-6), "practices": 6
    }  # fmt: skip
    assert said["whole"]["work"] == {FIRST: ["abc"]}
    assert said["steps"] == [said["whole"]]
    assert json.loads(json.dumps(said)) == said


def test_without_single_practices_it_says_so_and_leaves_out_every_stage():
    said = made(practices=False)
    assert said["practices_withheld"] and not made()["practices_withheld"]
    assert "stages" not in said["rounds"][0] and "practices" not in said["whole"]
    assert len(made()["rounds"][0]["stages"]) == len(made()["whole"]["practices"]) == 56


def test_another_version_of_the_framework_is_told():
    said = made(framework=weighted(lambda key: 2 if key == FIRST else 1))
    assert said["whole"]["framework_differences"] == [{"practice": FIRST, "what": ["weight"], "comparable": True}]


@pytest.mark.parametrize(
    ("people", "close"),
    [
        ([(6, 5), (7, 5)], True),  # one more person: the difference is what they said
        ([(6, 5), (10, 5)], True),
        ([(6, 5), (11, 5)], False),  # five came at once
        ([(6, 5), (6, 5)], False),
        ([(6, 0), (7, 0)], False),  # answers go by name
        ([(6, 3), (10, 5)], True),  # the larger smallest group counts
        ([(6, 5), (20, 5), (7, 5)], True),  # the first and the last
        ([(6, 5)], False),
    ],
)
def test_fewer_than_the_smallest_group_must_not_be_read_from_a_difference(people, close):
    assert too_close(people) is close


def _other_words(data):
    """One practice asks something else, one is weighed differently, one has moved to another dimension."""
    first, second, *_rest = data["dimensions"]
    first["practices"][0]["question"]["en"] = "Is it so?"
    first["practices"][1]["weight"] = 2
    moved, first["practices"] = first["practices"][2], [*first["practices"][:2], *first["practices"][3:]]
    second["practices"] = [*second["practices"], moved]


def test_answers_are_carried_where_question_and_statements_are_the_same():
    now = changed(_other_words)
    assert set(FRAMEWORK.practices) - carried(FRAMEWORK, now) == {FIRST}
    assert carried(FRAMEWORK, FRAMEWORK) == set(FRAMEWORK.practices)
