"""Rounds side by side: change, noise, the work that met it, and other versions of the framework (method 1.6)."""

from __future__ import annotations

from datetime import timedelta
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.rounds.between import Work
from assessments.rounds.common import Round
from assessments.rounds.frameworks import Difference, differences, incomparable
from assessments.rounds.noise import error_of, line, verdict
from assessments.rounds.rounds import compare

from ..maturity.builders import (
    DIMENSIONS,
    DONT_KNOW,
    FRAMEWORK,
    OUT_OF_SCOPE,
    PRACTICES,
    TODAY,
    card,
    changed,
    everything,
    in_turn,
    practices_of,
    sheet,
    weighted,
)
from ..maturity.strategies import sheets

RULES = FRAMEWORK.thresholds.agreement
L1 = practices_of("l1")


def held(answers, days=0, name=None, framework=FRAMEWORK, people=1):
    """A round so many days after the first; the same answers by each of `people` leaders, or a sheet."""
    said = answers if not isinstance(answers, dict) else sheet(leaders=[answers] * people)
    on = TODAY + timedelta(days=days)
    return Round(name or f"day {days}", on, framework, card(said, framework, on))


def of(changes):
    return {each.id: each for each in changes}


def two(before, now, people=5, work=(), frameworks=(FRAMEWORK, FRAMEWORK)):
    first, second = (
        held(said, at * 100, framework=framework, people=people)
        for at, (said, framework) in enumerate(zip((before, now), frameworks, strict=True))
    )
    return compare([first, second], work).whole


def test_the_table_of_the_method_for_a_level():
    assert [error_of(people, 6, RULES) for people in (3, 4, 5, 7, 8, 19, 20, 400)] == pytest.approx(
        [8.9, 8.9, 7.0, 7.0, 5.4, 5.4, 3.4, 3.4]
    )


def test_fewer_people_than_the_table_knows_are_never_surer():
    assert error_of(1, 6, RULES) == error_of(3, 6, RULES) == 8.9


@given(st.integers(0, 200), st.integers(1, 10))
def test_more_people_and_more_practices_are_never_less_sure(people, practices):
    assert error_of(people + 1, practices, RULES) <= error_of(people, practices, RULES)
    assert error_of(people, practices + 1, RULES) < error_of(people, practices, RULES)


@pytest.mark.parametrize("people", [3, 5, 8, 20])
def test_a_single_practice_is_as_unsure_as_the_simulated_spreads_make_it(people):
    worked = 25 * sqrt((0.5**2 + 0.9**2) / people)
    assert error_of(people, 1, RULES) == pytest.approx(worked, rel=0.03)


@pytest.mark.parametrize(
    ("people", "points", "visible"),
    [
        (5, 9.99, False), (5, 10.0, True),  # under eight respondents, less than ten points is never visible
        (7, 9.99, False), (7, 10.0, True),
        (3, 12.5, False), (3, 12.6, True),  # three people: 8.9 points on each side
        (8, 7.6, False), (8, 7.7, True),
        (20, 4.8, False), (20, 4.9, True),
    ],
)  # fmt: skip
def test_what_is_visible(people, points, visible):
    least = line(people, people, 6, RULES)
    for sign in (1, -1):
        found = verdict(sign * points, least)
        assert found == (("up" if sign > 0 else "down") if visible else "no-visible-change")


def test_the_smaller_of_two_rounds_decides():
    assert line(5, 40, 6, RULES) == line(40, 5, 6, RULES) == 10
    assert line(8, 20, 6, RULES) == pytest.approx(sqrt(5.4**2 + 3.4**2))


def test_no_visible_change_where_it_is_noise():
    step = two(everything(2), everything(2) | {L1[0]: 3}, people=5)  # 25 / 6 points on level 1
    level = of(step.dimensions)["l1"]
    assert level.points == pytest.approx(25 / 6)
    assert (level.verdict, level.visible, level.practices) == ("no-visible-change", False, 6)
    assert of(step.practices)[L1[0]].verdict == "up", "a whole stage, said by all five"


@pytest.mark.parametrize(("before", "now", "expected"), [(1, 3, "up"), (3, 1, "down"), (2, 2, "no-visible-change")])
def test_change_of_every_dimension_and_practice(before, now, expected):
    step = two(everything(before), everything(now))
    assert [each.id for each in step.dimensions] == list(DIMENSIONS)
    assert [each.id for each in step.practices] == list(PRACTICES)
    assert {each.verdict for each in (*step.dimensions, *step.practices, step.trust)} == {expected}
    assert {each.points for each in (*step.dimensions, *step.practices)} == {25.0 * (now - before)}


def test_one_person_half_a_stage_is_noise_and_a_stage_is_not():
    assert {each.verdict for each in two(everything(2), everything(3), people=1).practices} == {"up"}
    both = sheet(leaders=[everything(2), everything(3)])
    assert {each.verdict for each in two(both, everything(3), people=2).practices} == {"no-visible-change"}


def test_a_practice_is_as_unsure_as_those_who_answered_it_are_few():
    few = everything(2) | {L1[0]: None}
    both = sheet(leaders=[everything(2)] * 3 + [few] * 17)
    step = two(both, both)
    assert of(step.practices)[L1[0]].line == pytest.approx(line(3, 3, 1, RULES))
    assert of(step.practices)[L1[1]].line == pytest.approx(line(20, 20, 1, RULES))


def test_unanswered_is_not_compared_and_like_is_set_beside_like():
    before = everything(2, l2=None) | {L1[0]: DONT_KNOW, L1[1]: OUT_OF_SCOPE}
    step = two(before, everything(2) | {L1[0]: 4, L1[1]: 4})
    assert of(step.practices)[L1[0]].verdict == of(step.practices)[L1[1]].verdict == "not-rated"
    assert (of(step.dimensions)["l2"].verdict, of(step.dimensions)["l2"].points) == ("not-rated", None)
    first = of(step.dimensions)["l1"]
    assert (first.points, first.practices, first.verdict) == (0, 4, "no-visible-change")


def test_the_quick_set_beside_the_full_one_compares_what_both_asked():
    quick = sheet(everything(1), practice_set="quick")
    step = two(quick, everything(3))
    asked = {each.id for each in FRAMEWORK.asked("quick")}
    assert {each.id for each in step.practices if each.points is not None} == asked
    assert of(step.dimensions)["l1"].practices == len(asked & set(L1))
    assert step.trust.verdict == "not-comparable", "the index of each round is made of other practices"


def test_points_are_the_difference_of_the_scores_where_all_is_alike():
    before, now = held(everything(1) | in_turn("l3", 0, 1, 2, 3, 4, 0)), held(everything(2), 1)
    levels = zip(before.card.dimensions, now.card.dimensions, strict=True)
    assert [each.points for each in compare([before, now]).whole.dimensions] == pytest.approx(
        [new.score - old.score for old, new in levels]
    )


def test_changes_are_weighed_as_the_later_round_weighs():
    heavy = weighted(lambda practice: 5.0 if practice == L1[0] else 1.0)
    step = two(everything(2), everything(2) | {L1[0]: 4}, frameworks=(FRAMEWORK, heavy))
    assert of(step.dimensions)["l1"].points == pytest.approx(50 * 5 / 10)
    assert step.differences == (Difference(L1[0], ("weight",)),)
    assert step.differences[0].comparable


def test_the_level_moves_only_where_its_own_score_does():
    edge = everything(3, l3=2) | in_turn("l3", 2, 2, 2, 2, 2, 3)
    step = two(everything(3, l3=2), edge)  # 50 to 54.2 points: level 3 stands now, by a hair
    assert compare([held(everything(3, l3=2)), held(edge, 1)]).whole.level == "no-visible-change"
    assert step.level == "no-visible-change"
    assert two(everything(3, l3=1), everything(3)).level == "up"
    assert two(everything(3), everything(3, l3=1)).level == "down"
    assert two(everything(3), everything(4)).level == "no-visible-change"


def test_a_level_that_was_not_rated_has_not_risen():
    assert two(everything(3, l3=None), everything(3)).level == "not-rated"


def test_a_level_that_rises_by_other_practices_alone_has_not_visibly_risen():
    before = everything(3) | in_turn("l1", 4, 4, 0, 0, 0, 2)
    now = everything(3) | in_turn("l1", 2, 2, 4, 4, OUT_OF_SCOPE, OUT_OF_SCOPE)
    first, second = held(before, people=5), held(now, 1, people=5)
    assert (first.card.headline.achieved_level, second.card.headline.achieved_level) == (0, 6)
    step = compare([first, second]).whole
    assert of(step.dimensions)["l1"].points == pytest.approx(25)
    assert step.level == "up"
    fallen = everything(3) | in_turn("l1", 2, 2, 0, 0, 4, 4)
    risen = everything(3) | in_turn("l1", 1, 1, None, None, 4, 4) | {L1[2]: OUT_OF_SCOPE, L1[3]: OUT_OF_SCOPE}
    step = compare([held(fallen, people=5), held(risen, 1, people=5)]).whole
    assert of(step.dimensions)["l1"].verdict == "down"
    assert step.level == "no-visible-change", "the level rose, but on what both rounds asked it fell"


def test_the_trust_index_is_no_surer_than_its_factors():
    step = two(everything(2), everything(3))
    assert step.trust.points == pytest.approx(25)
    assert step.trust.line == pytest.approx(line(5, 5, 5, RULES))
    assert step.trust.practices == 20
    assert two(everything(2, int=None), everything(3)).trust.verdict == "not-rated"
    without = {practices_of("int")[0]: OUT_OF_SCOPE}
    step = two(everything(2) | without, everything(3) | without, people=3)
    assert step.trust.line == pytest.approx(line(3, 3, 4, RULES)), (
        "integrity rests on four practices, the others on five"
    )
    some = everything(2) | without
    assert two(some, everything(3)).trust.verdict == "not-comparable"


def test_two_to_six_rounds_in_order_of_time():
    many = [held(everything(at % 5), 10 * at) for at in range(7)]
    found = compare([many[2], many[0], many[1]])
    assert [each.name for each in found.rounds] == ["day 0", "day 10", "day 20"]
    assert [(each.before, each.now) for each in found.steps] == [("day 0", "day 10"), ("day 10", "day 20")]
    assert (found.whole.before, found.whole.now) == ("day 0", "day 20")
    assert len(compare(many[:6]).steps) == 5
    for wrong in (many[:1], many):
        with pytest.raises(ValueError, match="2 to 6 rounds"):
            compare(wrong)


def test_two_rounds_are_one_step():
    found = compare([held(everything(1)), held(everything(2), 1)])
    assert found.steps == (found.whole,)


def test_small_steps_may_be_visible_as_a_whole():
    rounds = [held(everything(2) | in_turn("l1", *[3] * number), number, people=5) for number in (0, 2, 4)]
    found = compare(rounds)
    assert [of(each.dimensions)["l1"].visible for each in found.steps] == [False, False]
    assert of(found.whole.dimensions)["l1"].verdict == "up"


def test_rounds_of_other_kinds_are_not_compared():
    def renamed(data):
        data["id"] = "other-pyramid"

    with pytest.raises(ValueError, match="different frameworks"):
        compare([held(everything(1)), held(everything(1), 1, framework=changed(renamed))])


def test_what_work_touched_what_moved():
    done = TODAY + timedelta(days=100)
    work = [
        Work("a", L1[0], done), Work("b", L1[0], TODAY + timedelta(days=1)), Work("c", L1[1], done),
        Work("early", L1[0], TODAY), Work("late", L1[0], done + timedelta(days=1)), Work("open", L1[0], None),
        Work("own", "", done), Work("gone", "no-such-practice", done),
    ]  # fmt: skip
    step = two(everything(1), everything(1) | {L1[0]: 3, L1[2]: 3}, work=work)
    assert step.touched == {L1[0]: ("a", "b"), L1[1]: ("c",)}


def practice_at(data, dimension, at):
    return data["dimensions"][DIMENSIONS.index(dimension)]["practices"][at]


def test_differences_between_versions_practice_by_practice():
    def edit(data):
        data["version"] = 2
        practice_at(data, "l1", 0)["question"]["en"] = "Something else?"
        practice_at(data, "l1", 1)["stages"][4]["zh-hant"] = "別的"
        practice_at(data, "l1", 2)["weight"] = 2.0
        practice_at(data, "l1", 3)["quick"] = not practice_at(data, "l1", 3)["quick"]
        practice_at(data, "l1", 4)["critical"] = not practice_at(data, "l1", 4)["critical"]
        practice_at(data, "l1", 5)["effort"] = "L" if practice_at(data, "l1", 5)["effort"] != "L" else "S"
        practice_at(data, "l2", 0)["title"]["en"] = "Another title"
        first, *others = data["dimensions"][2]["practices"]
        first["question"]["en"] = "Moved and reworded?"
        data["dimensions"][2]["practices"] = others
        data["dimensions"][3]["practices"] = [*data["dimensions"][3]["practices"], first]
        data["dimensions"][4]["practices"][0]["id"] = "l5-new"

    newer = changed(edit)
    l2, l3, l5 = practices_of("l2"), practices_of("l3"), practices_of("l5")
    expected = {
        L1[0]: ("reworded",), L1[1]: ("stages",), L1[2]: ("weight",), L1[3]: ("quick",), L1[4]: ("critical",),
        L1[5]: ("advice",), l2[0]: ("advice",), l3[0]: ("moved", "reworded"), "l5-new": ("added",), l5[0]: ("removed",),
    }  # fmt: skip
    found = differences(FRAMEWORK, newer)
    assert {each.practice: each.what for each in found} == expected
    assert found[-1].practice == l5[0], "what is gone comes last"
    apart = {L1[0], L1[1], l3[0], "l5-new", l5[0]}
    assert {each.practice for each in found if not each.comparable} == apart
    assert incomparable(FRAMEWORK, newer) == apart


def test_a_framework_does_not_differ_from_itself():
    assert differences(FRAMEWORK, FRAMEWORK) == differences(FRAMEWORK, changed(lambda data: None)) == ()
    assert incomparable(FRAMEWORK, FRAMEWORK) == frozenset()


def test_practices_asked_in_other_words_are_not_compared():
    def reword(data):
        data["version"] = 2
        practice_at(data, "l1", 0)["question"]["en"] = "Something else?"
        for practice in data["dimensions"][1]["practices"]:
            practice["stages"][0]["en"] = "Something else"
        for practice in data["dimensions"][6]["practices"]:
            practice["stages"][0]["en"] = "Something else"

    before = everything(1) | {L1[0]: 0}
    step = two(before, everything(3) | {L1[0]: 0}, frameworks=(FRAMEWORK, changed(reword)))
    assert of(step.practices)[L1[0]].verdict == "not-comparable"
    assert (of(step.dimensions)["l1"].points, of(step.dimensions)["l1"].practices) == (50, 5)
    assert (of(step.dimensions)["l2"].verdict, of(step.dimensions)["l2"].points) == ("not-comparable", None)
    assert step.trust.verdict == "not-comparable"
    assert two(everything(3, l2=1), everything(3), frameworks=(FRAMEWORK, changed(reword))).level == "not-comparable"


@settings(max_examples=12)  # each scores up to four sheets
@given(sheets())
def test_a_round_beside_itself_shows_no_change(said):
    step = compare([held(said), held(said, 1)]).whole
    assert not [each for each in (*step.dimensions, *step.practices, step.trust) if each.visible]
    assert {each.points for each in step.practices} <= {0, None}


@settings(max_examples=12)  # each scores up to four sheets
@given(sheets(), sheets())
def test_there_and_back_are_opposite(one, other):
    there, back = (compare([held(first), held(second, 1)]).whole for first, second in ((one, other), (other, one)))
    opposite = {"up": "down", "down": "up"}
    returned = of(back.practices) | of(back.dimensions)
    for each in (*there.practices, *there.dimensions):
        twin = returned.get(each.id)
        if twin and each.points is not None:
            assert twin.points == pytest.approx(-each.points)
            assert twin.verdict == opposite.get(each.verdict, each.verdict)
            assert (twin.line, twin.practices) == (each.line, each.practices)


@settings(max_examples=12)  # each scores up to four sheets
@given(sheets(), sheets())
def test_under_eight_people_nothing_below_ten_points_is_called_a_change(one, other):
    step = compare([held(one), held(other, 1)]).whole
    for each in (*step.dimensions, *step.practices, step.trust):
        if each.visible:
            assert abs(each.points) >= 10 - 1e-9
            assert abs(each.points) >= each.line - 1e-9
