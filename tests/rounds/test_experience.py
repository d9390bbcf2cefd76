"""The mean of the levels from round to round: no surer than the least sure of them (method 1.6)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assessments.rounds.changes import dimension_changes
from assessments.rounds.common import Round, common
from assessments.rounds.experience import experience_change

from ..maturity.builders import FRAMEWORK, TODAY, card, changed, everything, practices_of, sheet

LEVELS = [each for level in ("l1", "l2", "l3", "l4", "l5", "l6") for each in practices_of(level)]


def held(answers, days=0, people=8, framework=FRAMEWORK):
    on = TODAY + timedelta(days=days)
    said = sheet(leaders=[answers] * people)
    return Round(f"day {days}", on, framework, card(said, framework, on))


def change(before, now):
    both = common(before, now)
    return experience_change(both, {each.id: each for each in dimension_changes(both)})


def test_it_is_the_mean_of_what_the_levels_moved():
    lifted = {**everything(2), **{key: everything(4)[key] for key in practices_of("l1")}}
    found = change(held(everything(2)), held(lifted, 100))
    assert (found.points, found.verdict, found.practices) == (pytest.approx(50 / 6), "up", len(LEVELS))
    assert found.line == pytest.approx(7.636753, abs=1e-6), "that of one level, not of all"


def test_what_lies_within_the_line_is_no_visible_change():
    lifted = {**everything(2), **{key: everything(3)[key] for key in practices_of("l1")}}
    found = change(held(everything(2)), held(lifted, 100))
    assert (found.points, found.verdict) == (pytest.approx(25 / 6), "no-visible-change")


def test_a_level_that_is_not_rated_leaves_nothing_to_say():
    partly = {key: each for key, each in everything(2).items() if key not in practices_of("l6")}
    assert change(held(partly), held(everything(2), 100)).verdict == "not-rated"


def test_a_level_that_asks_something_else_is_not_comparable():
    def reworded(data):
        first, second = data["dimensions"][:2]
        for practice in first["practices"]:
            practice["question"] = second["practices"][0]["question"]

    other = changed(reworded)
    assert change(held(everything(2)), held(everything(3), 100, framework=other)).verdict == "not-comparable"
