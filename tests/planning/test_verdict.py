"""Which round decides a goal, and whether it was reached there."""

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from assessments.planning.outcome import after
from assessments.planning.verdict import deciding, last_day, was_reached

from ..maturity.builders import FRAMEWORK, card, everything


class Held(NamedTuple):
    pk: int
    held_on: date


BASE, MAY, JUNE, JULY = (Held(pk, date(2027, month, 1)) for pk, month in ((1, 1), (2, 5), (3, 6), (4, 7)))
ROUNDS = [JULY, JUNE, MAY, BASE]
LEVEL_1 = {"kind": "level", "value": 1, "about": ""}


def test_a_goal_ends_on_its_day_or_when_it_is_closed_before():
    early, late = date(2027, 6, 1), date(2027, 6, 30)
    assert last_day(late, early) == last_day(early, late) == last_day(None, early) == last_day(early, None) == early
    assert last_day(None, None) is None


@pytest.mark.parametrize(
    ("day", "round"),
    [(date(2027, 5, 31), MAY), (JUNE.held_on, JUNE), (date(2028, 1, 1), JULY), (date(2027, 4, 30), None)],
)
def test_the_last_round_held_by_the_day_decides_but_never_the_base(day, round):
    assert deciding(ROUNDS, BASE, day) == round


def test_of_two_rounds_of_one_day_the_later_one_decides():
    assert deciding([JUNE, Held(9, JUNE.held_on)], BASE, JULY.held_on) == Held(9, JUNE.held_on)


def test_a_round_held_on_the_day_of_the_base_decides_too():
    again = Held(9, BASE.held_on)
    assert deciding([BASE, again], BASE, MAY.held_on - timedelta(days=1)) == again


def test_what_was_before_the_base_decides_nothing():
    assert deciding(ROUNDS, JUNE, date(2027, 6, 30)) is None


def test_all_targets_have_to_hold():
    stage = {"kind": "practice", "value": 4, "about": next(iter(FRAMEWORK.practices))}
    outcome = after(FRAMEWORK, card(everything(1, l1=3)), {})
    assert was_reached(FRAMEWORK, [LEVEL_1], outcome) is True
    assert was_reached(FRAMEWORK, [LEVEL_1, stage], outcome) is False


def test_what_is_not_asked_any_more_says_nothing():
    gone = {"kind": "practice", "value": 1, "about": "l1-gone"}
    assert was_reached(FRAMEWORK, [LEVEL_1, gone], after(FRAMEWORK, card(everything(4)), {})) is None
