"""A sheet without names: the same scores, and nothing by which a person could be told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Answer, AnswerSheet, Respondent
from assessments.maturity.nameless import nameless
from assessments.maturity.perception import perceive
from assessments.maturity.scoring import score
from tests.maturity.builders import FRAMEWORK, TODAY
from tests.reports.sheets import SEEDS, random_sheet


@pytest.mark.parametrize("seed", SEEDS)
def test_scores_and_perception_are_the_same(seed: int) -> None:
    sheet = random_sheet(seed)
    freed = nameless(sheet)
    assert score(FRAMEWORK, freed, TODAY) == score(FRAMEWORK, sheet, TODAY)
    assert perceive(FRAMEWORK, freed) == perceive(FRAMEWORK, sheet)


@given(st.sampled_from(SEEDS), st.randoms())
def test_the_order_of_the_people_leaves_no_trace(seed, chance) -> None:
    sheet = random_sheet(seed)
    people = list(sheet.respondents)
    chance.shuffle(people)
    renamed = tuple(replace(each, name=f"Somebody {at}") for at, each in enumerate(people))
    assert nameless(replace(sheet, respondents=renamed)) == nameless(sheet)


def test_no_name_and_no_text_is_left_but_evidence_counts() -> None:
    answers = {"l1-accurate-facts": Answer(3, note="Ada said so", evidence="https://example.com/ada")}
    freed = nameless(AnswerSheet((Respondent("Ada", "leaders", answers),), TODAY))
    assert freed.respondents == (Respondent("", "leaders", {"l1-accurate-facts": Answer(3, backed=True)}),)


def test_of_an_anonymous_sheet_the_remarks_go_too() -> None:
    people = tuple(Respondent(f"P{at}", "visitors", {"l1-accurate-facts": Answer(at, note="So")}) for at in range(5))
    sheet = anonymous_sheet(FRAMEWORK, AnswerSheet(people, TODAY), 5)
    freed = nameless(sheet)
    assert sheet.remarks and not freed.remarks
    assert (freed.minimum_group, freed.people) == (5, 5)
    assert [each.answers["l1-accurate-facts"].stage for each in freed.respondents] == [0, 1, 2, 3, 4]
