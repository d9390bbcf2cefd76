"""Adding and changing companies and assessments."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from assessments.models import Assessment, Company, Respondent
from tests.personas import World

NEW = {"title": "Spring 2027", "held_on": "2027-03-01", "practice_set": "quick", "group": "leaders"}


def test_a_company_is_added(world: World, consultant: Client) -> None:
    url = reverse("company_new", args=[world.workspace.code])
    answer = consultant.post(url, {"name": "  Lantern Health ", "industry": "health", "size": "250-999"})
    company = Company.objects.get(name="Lantern Health")
    assert (company.workspace, company.industry, company.size) == (world.workspace, "health", "250-999")
    assert answer.headers["Location"] == reverse("company", args=[company.code])


def test_industry_and_size_may_be_left_open(world: World, owner: Client) -> None:
    owner.post(reverse("company_new", args=[world.workspace.code]), {"name": "Studio Nara", "industry": "", "size": ""})
    assert Company.objects.get(name="Studio Nara").industry == ""


def test_a_mistake_keeps_what_was_typed_and_says_where(world: World, owner: Client) -> None:
    url = reverse("company_new", args=[world.workspace.code])
    answer = owner.post(url, {"name": "Nara <b>", "industry": "alchemy", "size": ""})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Nara &lt;b&gt;" in page
    assert "something below needs another look" in page
    assert not Company.objects.filter(name__startswith="Nara").exists()


@pytest.mark.parametrize("typed", ["\u200b\u200b", "\u202e", " \u200d ", "\ufeff\u2060"])
def test_a_name_that_nobody_can_see_is_none(typed: str, world: World, owner: Client) -> None:
    before = Company.objects.count()
    page = owner.post(reverse("company_new", args=[world.workspace.code]), {"name": typed}).content.decode()
    assert "This field is required." in page and Company.objects.count() == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202eLantern\u2069\tHealth\x07", "Lantern Health"),
        ("می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"),
        ("雲硯　眼科", "雲硯　眼科"),
    ],
)
def test_a_name_keeps_what_can_be_seen(typed: str, kept: str, world: World, owner: Client) -> None:
    owner.post(reverse("company_new", args=[world.workspace.code]), {"name": typed})
    assert Company.objects.latest("pk").name == kept


def test_a_company_is_changed(world: World, owner: Client) -> None:
    owner.post(reverse("company_edit", args=[world.company.code]), {"name": "Harbour", "industry": "other", "size": ""})
    world.company.refresh_from_db()
    assert (world.company.name, world.company.industry, world.company.size) == ("Harbour", "other", "")


def test_hostile_names_are_shown_as_text(world: World, owner: Client) -> None:
    Company.objects.filter(pk=world.company.pk).update(name="<script>alert(1)</script>")
    for url in (reverse("workspace", args=[world.workspace.code]), reverse("company", args=[world.company.code])):
        assert "<script>alert" not in owner.get(url).content.decode()


def test_who_starts_an_assessment_answers_in_it(world: World, consultant: Client) -> None:
    answer = consultant.post(reverse("assessment_new", args=[world.company.code]), NEW)
    assessment = Assessment.objects.get(title="Spring 2027")
    respondent = Respondent.objects.get(assessment=assessment)
    assert (assessment.practice_set, assessment.held_on) == ("quick", datetime.date(2027, 3, 1))
    assert (assessment.framework, assessment.framework_version) == ("cx-pyramid", 1)
    assert (respondent.user, respondent.group, respondent.name) == (world.consultant, "leaders", "Consultant")
    assert answer.headers["Location"] == reverse("assessment", args=[assessment.code])


@time_machine.travel("2026-11-21")
def test_the_form_suggests_month_and_day(world: World, owner: Client) -> None:
    page = owner.get(reverse("assessment_new", args=[world.company.code])).content.decode()
    assert 'value="November 2026"' in page
    assert 'value="2026-11-21"' in page


@pytest.mark.parametrize(
    ("field", "value"), [("title", ""), ("held_on", "soon"), ("practice_set", "half"), ("group", "owls")]
)
def test_a_mistake_starts_nothing(field: str, value: str, world: World, owner: Client) -> None:
    answer = owner.post(reverse("assessment_new", args=[world.company.code]), {**NEW, field: value})
    assert answer.status_code == 200
    assert Assessment.objects.count() == 1


def test_an_assessment_is_changed_and_its_group_with_it(world: World, owner: Client) -> None:
    owner.post(reverse("assessment_edit", args=[world.assessment.code]), {**NEW, "group": "frontline"})
    world.assessment.refresh_from_db()
    assert (world.assessment.title, world.assessment.practice_set) == ("Spring 2027", "quick")
    assert world.respondent.group == "frontline"


def test_who_edits_without_answering_becomes_a_respondent(world: World, consultant: Client) -> None:
    consultant.post(reverse("assessment_edit", args=[world.assessment.code]), NEW)
    assert set(Respondent.objects.values_list("user__name", "group")) == {
        ("Owner", "managers"),
        ("Consultant", "leaders"),
    }
