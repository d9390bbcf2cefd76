"""The content as values."""

from typing import get_args

import pytest
from pydantic import ValidationError

from assessments.content.loader import framework
from assessments.content.schema import LANGUAGES, Measure
from assessments.voice.series import MEASURES

FRAMEWORK = framework()


def test_measures_of_customers_are_those_that_can_be_measured():
    assert get_args(Measure) == MEASURES


def test_a_text_is_given_in_each_language_and_in_no_other():
    title = FRAMEWORK.practices["l1-searchable-help"].title
    assert {title.to(language) for language in LANGUAGES} == {title.en, title.zh_hans, title.zh_hant}
    with pytest.raises(KeyError, match="de"):
        title.to("de")


def test_a_published_value_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        FRAMEWORK.practices["l1-searchable-help"].weight = 3


def test_a_step_leads_on_from_its_stage():
    practice = FRAMEWORK.practices["l1-searchable-help"]
    assert [practice.step_from(stage) for stage in range(4)] == list(practice.steps)


def test_everything_is_found_by_its_id():
    assert FRAMEWORK.by_dimension["abl"].name.en == "Ability"
    assert FRAMEWORK.dimension_of["abl-expertise"].id == "abl"
    assert FRAMEWORK.reasons["by-choice"].counts_as_zero
    assert FRAMEWORK.flags["RF-09"].caps_trust == "P"
    assert FRAMEWORK.metric["M-NPS"].id == "M-NPS"
    assert FRAMEWORK.group_ids == ("leaders", "managers", "frontline")


def test_each_set_asks_its_practices_in_order():
    full = [each.id for each in FRAMEWORK.asked("full")]
    quick = [each.id for each in FRAMEWORK.asked("quick")]
    assert (FRAMEWORK.asked_ids("full"), FRAMEWORK.asked_ids("quick")) == (set(full), set(quick))
    assert full == list(FRAMEWORK.practices)
    assert quick == [id for id in full if FRAMEWORK.practices[id].quick]
