"""Targets in a table and back, and the lanes that steps to them go into."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.planning.lanes import lanes
from assessments.planning.parsing import parse
from assessments.planning.plan import PlannedStep
from assessments.planning.stored import stored, targets_in
from assessments.planning.targets import Targets

from ..maturity.builders import FRAMEWORK


@pytest.mark.parametrize(
    "text",
    [
        "level=3",
        "trust=60.5",
        "band=L",
        "l2=70,int=55",
        "l2-response-speed=4",
        "level=6,trust=1,band=P,con=9,int-privacy=1",
    ],
)
def test_what_is_kept_comes_back(text):
    targets = parse(FRAMEWORK, f"{text},by=2027-06-30")
    rows = json.loads(json.dumps(stored(FRAMEWORK, targets)))
    assert targets_in(FRAMEWORK, rows, targets.by) == targets


def test_what_another_version_of_the_framework_knew_is_left_out():
    rows = [
        {"kind": "level", "value": 9, "about": ""},
        {"kind": "practice", "value": 3, "about": "l9-gone"},
        {"kind": "dimension", "value": 60, "about": "gone"},
        {"kind": "dimension", "value": 60, "about": "l1"},
    ]
    assert targets_in(FRAMEWORK, rows, date(2027, 1, 1)) == Targets(6, dimensions={"l1": 60}, by=date(2027, 1, 1))
    assert targets_in(FRAMEWORK, []).all(FRAMEWORK) == ()


def step(practice, effort, *waits_for):
    return PlannedStep(practice, "l1", 0, 1, effort, (), (), waits_for)


def test_lanes_are_filled_up_to_what_they_take():
    steps = [step("a", 5), step("b", 3), step("c", 4), step("d", 4), step("e", 1)]
    assert lanes(steps, 8) == {"a": "now", "b": "now", "c": "next", "d": "next", "e": "later"}


def test_a_step_larger_than_a_lane_stands_alone_in_it():
    assert lanes([step("a", 12), step("b", 12), step("c", 1)], 8) == {"a": "now", "b": "next", "c": "later"}


def test_what_waits_comes_a_lane_later_than_what_it_waits_for():
    found = lanes([step("a", 1), step("b", 1, "a"), step("c", 1, "b", "elsewhere"), step("d", 1, "c"), step("e", 1)], 8)
    assert found == {"a": "now", "b": "next", "c": "later", "d": "later", "e": "now"}


@given(st.lists(st.integers(1, 12), max_size=12), st.integers(1, 20))
def test_no_lane_but_the_last_is_overfull(efforts, capacity):
    steps = [step(str(place), effort) for place, effort in enumerate(efforts)]
    found = lanes(steps, capacity)
    for lane in ("now", "next"):
        mine = [each.effort for each in steps if found[each.practice] == lane]
        assert len(mine) < 2 or sum(mine) <= capacity
