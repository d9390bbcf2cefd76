"""A week or a day without hyphens is no day in any form, and what is said tells how to write one."""

from __future__ import annotations

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from assessments.actions.round_reminders import set_rhythm
from assessments.forms.days import DayField
from assessments.models import Assessment
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


@pytest.mark.parametrize("text", ["0001-01-01", "0202-10-31", "1999-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_that_no_calendar_of_ours_can_count_on_from_is_refused(text: str) -> None:
    """Files of answers hold days from 2000 to 2100; a slip in the year must not shut anybody out of a page."""
    assert Form({"day": text}).errors == {"day": ["Choose a day from 2000-01-01 to 2100-12-31."]}


@pytest.mark.parametrize("text", ["2000-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_are_taken(text: str) -> None:
    assert Form({"day": text}).is_valid()


def test_a_slip_in_the_year_of_a_round_breaks_no_page(world: World, owner: Client) -> None:
    """The next round of a company is due a year after the last one, and a plan ends the day after its last date."""
    set_rhythm(user=world.owner, company=world.company, months=12)
    sent = {"title": "Slip", "held_on": "9999-12-31", "practice_set": "full", "group": "managers", "names": "named"}
    owner.post(reverse("assessment_new", args=[world.company.code]), sent)
    item = {"title": "Slip", "due_on": "9999-12-31"}
    owner.post(reverse("plan_new", args=[world.company.code]), item)
    Assessment.objects.update(state="review")
    for name in ("company", "plan"):
        assert owner.get(reverse(name, args=[world.company.code])).status_code == 200
    assert owner.get(reverse("plan_file", args=[world.company.code, "ics"])).status_code == 200
    assert owner.get(reverse("workspace", args=[world.workspace.code])).status_code == 200
