"""The feeling along a map: the method's worked example, weights, and what is remembered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.journey.feeling import feeling, stage_feelings
from assessments.journey.findings import findings
from assessments.journey.reading import read

from .maps import felt


def test_the_worked_example_of_the_method() -> None:
    line = feeling(felt(1, -2, 0, 2, 1))
    assert line is not None
    assert (line.peak.value, line.end.value, line.peak_end) == (-2, 1, -0.5)
    assert line.mean == pytest.approx(0.4)
    assert line.lowest.touchpoint.name == "Point 1"
    assert findings(felt(1, -2, 0, 2, 1)).advice == "fix-the-worst"


def test_points_are_counted_over_the_whole_map_and_gaps_are_left_out() -> None:
    line = feeling(felt(None, 1, None, -1))
    assert line is not None
    assert [(point.place, point.stage, point.value) for point in line.points] == [(1, 0, 1), (3, 0, -1)]
    assert line.mean == 0


def test_a_tie_goes_to_the_negative_and_then_to_the_earlier() -> None:
    line = feeling(felt(2, -2, 0, -2, 1))
    assert line is not None
    assert line.peak.place == line.lowest.place == 1


def test_where_nobody_knows_anything_there_is_no_feeling() -> None:
    assert feeling(felt(None, None)) is None
    assert findings(felt()).advice is None
    assert [each.value for each in stage_feelings(felt(None))] == [None]


def test_a_planned_map_has_no_experience() -> None:
    planned = felt(1, -2, kind="planned")
    assert feeling(planned) is None
    assert [(each.value, each.n) for each in stage_feelings(planned)] == [(None, None)]
    assert findings(planned).raised == ()


def test_a_stage_is_the_mean_weighted_by_people() -> None:
    (stage,) = stage_feelings(felt((2, 30), (-1, 10)))
    assert stage.value == pytest.approx((2 * 30 - 10) / 40)
    assert stage.n == 40
    (unknown,) = stage_feelings(felt(2, -1))
    assert (unknown.value, unknown.n) == (0.5, None)
    (some,) = stage_feelings(felt((2, 3), -1))
    assert some.value == pytest.approx(1.25)
    assert some.n == 3


def test_the_mean_of_the_map_does_not_weigh_people() -> None:
    line = feeling(felt((2, 1000), (-1, 1)))
    assert line is not None
    assert line.mean == 0.5


@pytest.mark.parametrize(
    ("values", "advice"),
    [
        ((2, 2, 1, -2), "fix-the-last"),
        ((1.5, 1.5, -1), None),  # remembered at +0.25
        ((1, 1, 1, 1, -1.5), "fix-the-last"),
        ((1, 1, 1, -1), "fix-the-last"),
        ((2, 2, -1, 0), None),  # the peak is good
        ((-2, 1), None),  # the mean is bad as well: no hidden trouble
        ((0, 0), None),
        ((1, -1.5, 2, 1.8, 2, 1, -2, -1.9), "fix-the-worst"),
        ((1.5, 1.5, -1.6, 1.5, 1.5), "fix-the-worst"),
    ],
)
def test_good_on_average_but_badly_remembered(values: tuple[float, ...], advice: str | None) -> None:
    assert findings(felt(*values)).advice == advice


def test_stages_that_hurt_come_worst_first() -> None:
    stages = [
        {"id": name, "name": name, "touchpoints": [{"name": "x", "emotion": {"value": value}}] if value else []}
        for name, value in (("a", -1), ("b", 1), ("c", -2), ("d", None), ("e", -1))
    ]
    found = findings(read({"schema": "cx-journey/1", "stages": stages}))
    assert [each.stage.id for each in found.hurting] == ["c", "a", "e"]
    assert [each.value for each in found.stages] == [-1, 1, -2, None, -1]


@pytest.mark.parametrize(("value", "hurts"), [(-0.04, False), (-0.06, True), (-0.1, True), (0, False)])
def test_a_stage_whose_value_reads_as_zero_does_not_hurt(value: float, hurts: bool) -> None:
    stage = {"id": "a", "name": "a", "touchpoints": [{"name": "x", "emotion": {"value": value}}]}
    assert bool(findings(read({"schema": "cx-journey/1", "stages": [stage]})).hurting) == hurts


@given(st.lists(st.floats(-2, 2), min_size=1, max_size=12))
def test_what_is_remembered_lies_between_the_peak_and_the_end(values: list[float]) -> None:
    line = feeling(felt(*values))
    assert line is not None
    assert abs(line.peak.value) == max(map(abs, values))
    assert line.lowest.value == min(values)
    assert min(line.peak.value, line.end.value) <= line.peak_end <= max(line.peak.value, line.end.value)
    assert min(values) - 1e-9 <= line.mean <= max(values) + 1e-9
