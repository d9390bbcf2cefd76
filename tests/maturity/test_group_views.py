"""A page that goes back to a group tells nothing of fewer people than may be told, not even by subtraction."""

from __future__ import annotations

import pytest

from assessments.maturity.answers import Agreed, Answer, AnswerSheet, Respondent
from assessments.maturity.group_views import group_views, widest
from assessments.maturity.perception import perceive

from .builders import FRAMEWORK, TODAY

FIRST, SECOND, THIRD = (each.id for each in FRAMEWORK.levels[0].practices[:3])


def people(group: str, *stages: dict[str, int]) -> list[Respondent]:
    return [
        Respondent(f"{group} {n}", group, {key: Answer(stage=stage) for key, stage in each.items()})
        for n, each in enumerate(stages)
    ]


def views(*respondents: Respondent, agreed: dict[str, Agreed] | None = None):
    sheet = AnswerSheet(tuple(respondents), TODAY, agreed=agreed or {})
    return {each.group: each for each in group_views(FRAMEWORK, sheet, perceive(FRAMEWORK, sheet))}


def test_a_group_stands_beside_all_together_and_each_group_weighs_the_same():
    found = views(*people("leaders", *[{FIRST: 4}] * 3), *people("frontline", *[{FIRST: 1}] * 6))
    leaders, frontline = found["leaders"], found["frontline"]
    assert [(each.own, each.whole) for each in leaders.practices] == [(4.0, 2.5)]
    assert [(each.own, each.whole) for each in frontline.practices] == [(1.0, 2.5)]
    assert [(each.id, each.own, each.whole) for each in frontline.dimensions] == [("l1", 25.0, 62.5)]
    assert (leaders.people, leaders.alone, frontline.people) == (3, False, 6)


def test_what_was_agreed_is_not_what_people_said():
    found = views(*people("leaders", *[{FIRST: 4}] * 3), agreed={FIRST: Agreed(0, "seen")})
    assert [(each.own, each.whole) for each in found["leaders"].practices] == [(4.0, 4.0)]
    assert found["leaders"].alone


def test_a_group_of_two_has_no_page_and_its_neighbour_none_that_would_tell():
    assert views(*people("leaders", {FIRST: 4}, {FIRST: 4}), *people("frontline", *[{FIRST: 1}] * 6)) == {}


def test_where_two_small_groups_hide_each_other_the_third_is_shown():
    small = (*people("leaders", {FIRST: 4}, {FIRST: 3}), *people("managers", {FIRST: 2}))
    found = views(*small, *people("frontline", *[{FIRST: 1}] * 6))
    assert list(found) == ["frontline"]


def test_a_practice_of_which_too_few_speak_is_left_out_on_either_side():
    leaders = people("leaders", {FIRST: 4, SECOND: 4, THIRD: 4}, {FIRST: 4, SECOND: 4}, {FIRST: 4, SECOND: 4})
    frontline = people("frontline", {FIRST: 1, SECOND: 1}, {FIRST: 1}, {FIRST: 1})
    found = views(*leaders, *frontline)
    assert [each.practice for each in found["leaders"].practices] == [FIRST]


def test_two_pages_together_tell_nothing_of_the_third_group():
    leaders = people("leaders", *[{FIRST: 4, SECOND: 4}] * 3)
    managers = people("managers", {FIRST: 3, SECOND: 3}, {SECOND: 3}, {SECOND: 3})
    found = views(*leaders, *managers, *people("frontline", *[{FIRST: 1, SECOND: 1}] * 6))
    by_page = {group: {each.practice for each in view.practices} for group, view in found.items()}
    assert by_page == {"leaders": {SECOND}, "managers": {SECOND}, "frontline": {FIRST, SECOND}}


def test_a_group_that_can_say_nothing_has_no_page():
    unsaid = [Respondent("", "leaders", {FIRST: Answer(dont_know=True)}) for _ in range(3)]
    assert views(*unsaid) == {}


def test_the_widest_differences_come_first():
    leaders = people("leaders", *[{FIRST: 3, SECOND: 4, THIRD: 2}] * 3)
    frontline = people("frontline", *[{FIRST: 1, SECOND: 0, THIRD: 2}] * 3)
    view = views(*leaders, *frontline)["leaders"]
    assert [(each.practice, each.own - each.whole) for each in widest(view, 0.5)] == [
        (SECOND, pytest.approx(2)),
        (FIRST, pytest.approx(1)),
    ]
