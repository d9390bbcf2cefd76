"""What a review settles counts; what people said stays beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.answers import Agreed, AnswerSheet

from .builders import DONT_KNOW, OUT_OF_SCOPE, PRACTICES, card, everything, practices_of, sheet
from .strategies import sheets

PRACTICE = "l1-accurate-facts"
AGREED = st.dictionaries(
    st.sampled_from(PRACTICES), st.builds(Agreed, st.integers(0, 4), st.just("seen together")), max_size=12
)


def agreeing(answers: AnswerSheet, **stages: int) -> AnswerSheet:
    """The sheet with stages agreed, practices written with underscores."""
    return replace(answers, agreed={key.replace("_", "-"): Agreed(stage, "because") for key, stage in stages.items()})


def test_the_agreed_stage_counts_and_what_people_said_stays():
    found = card(agreeing(sheet(leaders=[everything(4)], frontline=[everything(2)]), l1_accurate_facts=2))
    practice = found.practices[PRACTICE]
    assert (practice.stage, practice.agreed, practice.self_rated) == (2, 2, 3)
    assert (practice.low, practice.high, practice.evidenced) == (2, 2, 2)
    assert practice.answered == 2
    assert found.practices["l1-searchable-help"].agreed is None
    assert found.practices["l1-searchable-help"].self_rated == 3


def test_it_counts_as_answered_where_nobody_answered():
    agreed = {key: Agreed(3, "seen") for key in practices_of("l1")}
    found = card(replace(sheet({}), agreed=agreed))
    level = found.levels[0]
    assert (level.score, level.coverage, level.rated, level.self_rated) == (75, 1, True, None)
    assert found.headline.achieved_level == 1
    assert found.headline.self_rated_level == 0


def test_agreeing_on_what_nobody_answered_hides_no_disagreement():
    said = dict.fromkeys(PRACTICES[:4], 0)
    people = sheet(leaders=[said, said], frontline=[said | {PRACTICES[0]: 4}])
    settled = card(replace(people, agreed={key: Agreed(3, "seen") for key in PRACTICES[4:]}))
    for found in (card(people), settled):
        differing = next(each for each in found.confidence.criteria if each.id == "disagreement")
        assert (differing.value, differing.grade) == (1 / 4, "medium")


@pytest.mark.parametrize("said", [DONT_KNOW, OUT_OF_SCOPE])
def test_it_settles_what_nobody_knew_and_what_was_said_not_to_apply(said):
    found = card(agreeing(sheet(everything(3) | {PRACTICE: said}), l1_accurate_facts=1)).practices[PRACTICE]
    assert found.applicable
    assert (found.stage, found.low, found.high, found.self_rated) == (1, 1, 1, None)


def test_level_and_dimensions_are_told_with_and_without_it():
    found = card(replace(sheet(everything(3)), agreed={key: Agreed(1, "seen") for key in practices_of("l2")}))
    assert (found.headline.achieved_level, found.headline.self_rated_level) == (1, 6)
    assert (found.levels[1].score, found.levels[1].self_rated) == (25, 75)
    assert (found.levels[0].score, found.levels[0].self_rated) == (75, 75)
    assert [each.id for each in found.agreed] == list(practices_of("l2"))


def test_a_practice_that_is_not_asked_is_not_agreed_on():
    found = card(replace(sheet(everything(3), practice_set="quick"), agreed={"l1-own-words": Agreed(1, "seen")}))
    assert found == card(sheet(everything(3), practice_set="quick"))


@pytest.mark.parametrize("stage", [-1, 5])
def test_a_stage_that_does_not_exist_is_refused(stage):
    with pytest.raises(ValueError, match="0 to 4"):
        Agreed(stage, "because")


@given(sheets(), AGREED)
def test_without_what_was_agreed_the_card_is_the_plain_one(answers, agreed):
    plain, settled = card(answers), card(replace(answers, agreed=agreed))
    assert settled.headline.self_rated_level == plain.headline.achieved_level
    assert [each.self_rated for each in settled.dimensions] == [each.score for each in plain.dimensions]
    assert {key: each.self_rated for key, each in settled.practices.items()} == {
        key: each.stage for key, each in plain.practices.items()
    }


@given(sheets(), AGREED, st.sampled_from(PRACTICES), st.integers(0, 3))
def test_agreeing_on_a_higher_stage_lowers_nothing(answers, agreed, practice, stage):
    lower = card(replace(answers, agreed={**agreed, practice: Agreed(stage, "seen")}))
    higher = card(replace(answers, agreed={**agreed, practice: Agreed(stage + 1, "seen")}))
    assert higher.headline.achieved_level >= lower.headline.achieved_level
    for before, after in zip(lower.dimensions, higher.dimensions, strict=True):
        assert (before.score is None) == (after.score is None)
        assert (after.score or 0) >= (before.score or 0)


@given(sheets(), AGREED)
def test_it_never_widens_the_range(answers, agreed):
    for each in card(replace(answers, agreed=agreed)).practices.values():
        if each.agreed is not None:
            assert each.low == each.stage == each.high == each.evidenced == each.agreed
