"""What is flagged, and what small numbers allow to say (method 3), against values worked out by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import pytest

from assessments.content.loader import framework
from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Agreed, Answer, AnswerSheet, Respondent
from assessments.maturity.review import Reviewed, review

FACTS = "l1-accurate-facts"  # critical
PLAIN = "l1-searchable-help"  # not critical
DAY = datetime.date(2026, 11, 2)


def sheet(given: Mapping[str, Sequence[object]], practice: str, **more: object) -> AnswerSheet:
    """One practice: for each group stages, None for don't know, or whole answers."""
    people = [
        Respondent(f"{group} {place}", group, {practice: as_answer(each)})
        for group, answers in given.items()
        for place, each in enumerate(answers)
    ]
    return AnswerSheet(tuple(people), DAY, **more)


def as_answer(said: object) -> Answer:
    if isinstance(said, Answer):
        return said
    return Answer(dont_know=True) if said is None else Answer(stage=said, note="seen")


def seen(given: Mapping[str, Sequence[object]], practice: str = PLAIN, agreed: int | None = None) -> Reviewed:
    return one(sheet(given, practice), practice, agreed)


def one(whole: AnswerSheet, practice: str = PLAIN, agreed: int | None = None) -> Reviewed:
    return next(each for each in review(framework(), whole, {practice: agreed}) if each.practice.id == practice)


def test_the_practices_of_these_tests_are_what_they_say() -> None:
    assert framework().practices[FACTS].critical
    assert not framework().practices[PLAIN].critical


@pytest.mark.parametrize(
    ("stages", "differ"),
    [
        ([0, 4], False),  # n < 3: nothing may be said
        ([0, 3, 3], True),  # n 3 to 9: a range of 3
        ([1, 3, 3], False),  # range 2, deviation 0.67
        ([0, 0, 2, 2], True),  # range 2, deviation 1.0
        ([1, 1, 2, 3, 3, 3], True),  # range 2, deviation 0.833: just above 0.83
        ([0, 3, 3, 3, 3, 3, 3, 3, 3, 3], False),  # n 10: the range counts no more, deviation 0.3
        ([1, 1, 1, 1, 1, 3, 3, 3, 3, 3], True),  # n 10, deviation 1.0
    ],
)
def test_opinions_differ(stages: list[int], differ: bool) -> None:
    assert ("differ" in seen({"managers": stages}).kinds) is differ


@pytest.mark.parametrize(
    ("leaders", "frontline", "flagged"),
    [
        ([3, 3, 3], [2, 2, 2], True),  # one stage apart, both groups shown
        ([3, 3, 3], [2, 2, 3], False),  # two thirds of a stage
        ([3, 3], [1, 1, 1], False),  # two leaders: too few to be spoken of
        ([2, 2, 2], [3, 3, 3], False),  # the front line sees it higher
        ([3] * 10, [2, 3] * 5, True),  # ten each: half a stage is enough
        ([3] * 9, [2, 3] * 5, False),
    ],
)
def test_leaders_above_frontline(leaders: list[int], frontline: list[int], flagged: bool) -> None:
    assert ("leaders" in seen({"leaders": leaders, "frontline": frontline}).kinds) is flagged


def test_no_evidence_is_about_claims_of_stage_2_or_more_that_nobody_backs() -> None:
    bare = Answer(stage=2)
    assert "unproven" in seen({"managers": [bare, Answer(stage=4)]}).kinds
    assert "unproven" not in seen({"managers": [bare, Answer(stage=4, evidence="https://example.com")]}).kinds
    assert "unproven" not in seen({"managers": [Answer(stage=1), Answer(stage=0)]}).kinds


@pytest.mark.parametrize(
    ("practice", "stages", "agreed", "absent"),
    [
        (FACTS, [0, 0, 1], None, True),
        (FACTS, [1, 1, 1], None, False),
        (PLAIN, [0, 0, 0], None, False),
        (FACTS, [0, 0, 0], 2, False),  # what was agreed counts
        (FACTS, [3, 3, 3], 0, True),
    ],
)
def test_stage_0_and_critical(practice: str, stages: list[int], agreed: int | None, absent: bool) -> None:
    assert ("absent" in seen({"managers": stages}, practice, agreed).kinds) is absent


@pytest.mark.parametrize(
    ("answers", "unknown"), [([2, 2, None], True), ([2, 2, 2, None], False), ([None], True), ([], False)]
)
def test_widely_unknown_from_a_third_on(answers: list[int | None], unknown: bool) -> None:
    assert ("unknown" in seen({"managers": answers}).kinds) is unknown


def test_groups_have_median_and_middle_half_from_three_on() -> None:
    found = seen({"frontline": [0, 1, 1, 4], "leaders": [3, 2]})
    assert [(each.group, each.stages, each.median, each.middle) for each in found.groups] == [
        ("leaders", (2, 3), 2.5, None),
        ("frontline", (0, 1, 1, 4), 1.0, (0.75, 1.75)),
    ]
    assert found.median == 1.5
    assert found.stage == pytest.approx(2.0)  # the mean of 2.5 and 1.5


def test_what_we_choose_not_to_do_is_stage_0_and_what_does_not_apply_is_nothing() -> None:
    found = seen({"managers": [Answer(not_applicable="by-choice"), Answer(not_applicable="out-of-scope"), 2]})
    assert found.groups[0].stages == (0, 2)


def test_an_agreed_stage_leaves_the_answers_as_they_are() -> None:
    whole = sheet({"managers": [1, 1, 2]}, PLAIN, agreed={PLAIN: Agreed(4, "seen it")})
    found = one(whole, agreed=4)
    assert found.stage == pytest.approx(4 / 3)
    assert found.settled
    assert found.dissent == 3
    assert "open" not in found.kinds
    assert "open" in one(whole).kinds
    assert not one(whole).dissent


def test_named_says_who_wrote_and_who_does_not_know() -> None:
    found = seen({"leaders": [3], "managers": [None]})
    assert found.unknown == (("managers 0", "managers"),)
    assert [(each.name, each.group, each.note) for each in found.remarks] == [("leaders 0", "leaders", "seen")]


def test_anonymous_joins_small_groups_and_names_nobody() -> None:
    found = one(
        anonymous_sheet(framework(), sheet({"leaders": [4, 4], "managers": [3] * 5, "frontline": [1] * 6}, PLAIN), 5)
    )
    assert [(each.group, len(each.stages)) for each in found.groups] == [("leaders+managers", 7), ("frontline", 6)]
    assert "leaders" in found.kinds  # 3.29 against 1, with both groups shown
    assert {(each.name, each.group, each.answer) for each in found.remarks} == {("", "", None)}
    assert found.unknown == ()


def test_anonymous_shows_nothing_of_a_practice_that_fewer_answered() -> None:
    found = one(
        anonymous_sheet(framework(), sheet({"leaders": [0, 4], "frontline": [None] * 3 + [4, 0]}, FACTS), 5), FACTS
    )
    assert (found.groups, found.median, found.stage, found.spread, found.remarks) == ((), None, None, None, ())
    assert found.veiled
    assert found.kinds == {"open"}


def test_flagged_is_pressing_until_it_is_settled() -> None:
    split = {"managers": [0, 2, 4]}
    assert seen(split).flagged
    assert seen(split).pressing
    assert seen(split, agreed=2).flagged
    assert not seen(split, agreed=2).pressing
    assert not seen({"managers": [Answer(stage=2)]}).flagged  # that nothing proves it is no flag


def test_an_answer_to_what_the_set_does_not_ask_is_left_out() -> None:
    beyond = next(each for each in framework().practices if not framework().practices[each].quick)
    found = review(framework(), sheet({"managers": [1, 2]}, beyond, practice_set="quick"), {})
    assert [each.practice.id for each in found] == [each.id for each in framework().asked("quick")]
    assert not any(each.answered for each in found)
