"""How leaders and the front line see the same dimension, and when that may be called a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Agreed, AnswerSheet, Respondent
from assessments.maturity.perception import DimensionView, Perception, perceive

from .builders import BY_CHOICE, DONT_KNOW, FRAMEWORK, TODAY, everything, practices_of, respondent, sheet


def seen(answers: AnswerSheet) -> Perception:
    return perceive(FRAMEWORK, answers)


def on(answers: AnswerSheet, dimension: str = "l3") -> DimensionView:
    return next(each for each in seen(answers).dimensions if each.id == dimension)


def test_the_oracle_of_the_method():
    """Leaders 3, 4, 3 and front line 1, 2, 1, 2, 1: 1.9333 stages, 48.333 points."""
    practice = practices_of("l3")[0]
    answers = sheet(
        leaders=[{practice: stage} for stage in (3, 4, 3)], frontline=[{practice: stage} for stage in (1, 2, 1, 2, 1)]
    )
    gap = on(answers).gap
    assert gap is not None
    assert gap.stages == pytest.approx(1.9333, abs=0.001)
    assert gap.points == pytest.approx(48.333, abs=0.001)
    assert gap.flagged


@pytest.mark.parametrize(
    ("leaders", "frontline", "flagged"),
    [
        ([3] * 3, [2] * 3, True),  # a whole stage is enough
        ([3, 3, 2], [2] * 3, False),
        ([3, 2] * 5, [2] * 10, True),  # half a stage with ten on both sides
        ([3, 2] * 5, [2] * 9, False),
        ([2] * 3, [3] * 3, True),  # the other way round as well
        ([2] * 3, [2] * 3, False),
    ],
)
def test_when_a_gap_may_be_claimed(leaders, frontline, flagged):
    gap = on(
        sheet(leaders=[everything(each) for each in leaders], frontline=[everything(each) for each in frontline])
    ).gap
    assert gap is not None
    assert gap.flagged is flagged


def test_what_is_too_small_to_claim_is_not_among_the_flagged():
    whole = everything(3)
    wide = whole | dict.fromkeys(practices_of("l3"), 1)
    found = seen(sheet(leaders=[whole] * 3, frontline=[wide] * 3))
    assert [each.id for each in found.flagged] == ["l3"]
    assert len(found.compared) > 1


def test_half_a_stage_needs_ten_answers_to_each_practice_not_ten_people():
    """Ten people of whom each answers one practice are no ten answers."""
    keys = practices_of("l3")
    frontline = [{keys[place % len(keys)]: 2} for place in range(12)]
    gap = on(sheet(leaders=[everything(3), everything(2)] * 6, frontline=frontline)).gap
    assert gap is not None
    assert gap.stages == pytest.approx(0.5)
    assert not gap.flagged


def test_fewer_than_three_people_are_not_shown_and_make_no_gap():
    found = on(sheet(leaders=[everything(4)] * 2, managers=[everything(3)] * 3, frontline=[everything(0)] * 9))
    assert [each.name for each in found.views] == ["managers", "frontline"]
    assert found.gap is None
    assert found.of("leaders") is None


def test_like_is_compared_with_like():
    """Where the two sides answered different practices, only what both speak of counts."""
    first, second, third = practices_of("l3")[:3]
    found = on(sheet(leaders=[{first: 4, second: 2}] * 3, frontline=[{second: 2, third: 0}] * 3))
    assert [each.stage for each in found.views] == [2, 2]
    assert found.gap is not None
    assert found.gap.stages == 0
    nothing = on(sheet(leaders=[{first: 4}] * 3, frontline=[{third: 0}] * 3))
    assert nothing.gap is None
    assert [each.stage for each in nothing.views] == [4, 0]


def test_what_counts_as_zero_in_the_score_counts_as_zero_here():
    practice = practices_of("l3")[0]
    found = on(sheet(leaders=[{practice: 2}] * 3, frontline=[{practice: BY_CHOICE}] * 3))
    assert [each.stage for each in found.views] == [2, 0]


def test_not_knowing_is_no_view():
    assert on(sheet(leaders=[everything(2)] * 3, frontline=[everything(DONT_KNOW)] * 5)).of("frontline") is None


def test_what_was_agreed_changes_nobodys_view():
    answers = sheet(leaders=[everything(4)] * 3, frontline=[everything(1)] * 3)
    agreed = {practice: Agreed(2, "seen") for practice in practices_of("l3")}
    assert seen(replace(answers, agreed=agreed)) == seen(answers)


def test_the_classes_run_from_the_top_down_and_only_the_ends_are_compared():
    found = seen(sheet(frontline=[everything(1)] * 3, managers=[everything(2)] * 3, leaders=[everything(3)] * 3))
    assert list(found.classes) == ["leaders", "managers", "frontline"]
    assert (found.leaders, found.frontline) == ("leaders", "frontline")
    assert len(found.compared) == len(found.flagged) == 10
    two = seen(sheet(managers=[everything(2)] * 3, leaders=[everything(3)] * 3))
    assert (two.leaders, two.frontline, two.compared) == (None, None, ())


def test_the_widest_gap_comes_first():
    found = seen(sheet(leaders=[everything(4, l2=2)] * 3, frontline=[everything(2, l2=1, con=0)] * 3))
    assert found.flagged[0].id == "con"
    assert found.flagged[-1].id == "l2"


def test_nobody_and_people_of_no_group_make_no_classes():
    assert not seen(sheet({})).classes
    assert not seen(AnswerSheet((Respondent("P", "", respondent(everything(2)).answers),), TODAY)).classes


def test_groups_that_are_joined_are_compared_as_one():
    answers = sheet(leaders=[everything(4)] * 2, managers=[everything(3)] * 4, frontline=[everything(1)] * 6)
    found = seen(anonymous_sheet(FRAMEWORK, answers, 5))
    assert found.classes == {"leaders+managers": 6, "frontline": 6}
    assert (found.leaders, found.frontline, found.least) == ("leaders+managers", "frontline", 5)
    assert [each.people for each in found.dimensions[0].views] == [6, 6]


def test_a_group_that_is_joined_for_one_practice_still_speaks_on_the_others():
    few, *many = practices_of("l3")
    silent = {few: None}
    answers = sheet(leaders=[everything(4)] * 2 + [everything(4) | silent] * 4, frontline=[everything(1)] * 6)
    found = on(anonymous_sheet(FRAMEWORK, answers, 5))
    assert [(each.name, each.stage) for each in found.views] == [("leaders", 4), ("frontline", 1)]
    assert many


def test_joined_into_one_there_is_nothing_to_compare():
    found = seen(anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(4)] * 2, frontline=[everything(1)] * 4), 5))
    assert list(found.classes) == ["leaders+frontline"]
    assert not found.compared
