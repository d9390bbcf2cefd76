"""A week or a day without hyphens is no day in any form, and what is said tells how to write one."""

from __future__ import annotations

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from assessments.forms.days import DayField
from tests.personas import World

SAID = "Write days as year-month-day, for example 2026-10-31."
WRONG = ["2026-W01-1", "20261031", "31.10.2026", "10/31/2026", "soon"]


class Form(forms.Form):
    day = DayField(required=False)


@pytest.mark.parametrize("text", WRONG)
def test_only_one_spelling_is_a_day(text: str) -> None:
    assert Form({"day": text}).errors == {"day": [SAID]}


@pytest.mark.parametrize(("text", "day"), [(" 2026-10-31 ", "2026-10-31"), ("", "None")])
def test_a_day_or_nothing_passes(text: str, day: str) -> None:
    form = Form({"day": text})
    assert form.is_valid() and str(form.cleaned_data["day"]) == day


def test_an_assessment_refuses_a_week_and_keeps_what_was_typed(world: World, owner: Client) -> None:
    sent = {"title": "Week", "held_on": "2026-W01-1", "practice_set": "full", "group": "managers", "names": "named"}
    page = owner.post(reverse("assessment_new", args=[world.company.code]), sent).content.decode()
    assert SAID in page and 'value="2026-W01-1"' in page
