"""The list of companies, and the way to it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.assessments import start_assessment
from assessments.actions.companies import add_company
from assessments.actions.workspaces import open_workspace
from assessments.content.loader import framework
from assessments.models import Answer, Assessment, Membership
from tests.personas import World


def fill(world: World, assessment: Assessment, practices: int) -> None:
    respondent, now = assessment.respondents.get(), timezone.now()
    Answer.objects.bulk_create(
        Answer(workspace=world.workspace, respondent=respondent, practice=each, stage=2, chosen_at=now, saved_at=now)
        for each in list(framework().practices)[:practices]
    )


def test_one_workspace_is_opened_at_once(world: World, owner: Client) -> None:
    assert owner.get("/workspaces/").headers["Location"] == reverse("workspace", args=[world.workspace.code])


def test_of_several_one_chooses(world: World, owner: Client) -> None:
    open_workspace(user=world.owner, name="Second home")
    page = owner.get("/workspaces/").content.decode()
    assert "Second home" in page
    assert "Northstar Advisory" in page
    assert "Elsewhere" not in page


def test_without_any_it_says_whom_to_ask(world: World, owner: Client) -> None:
    Membership.objects.filter(user=world.owner).delete()
    assert "Ask its owner to add you" in owner.get("/workspaces/").content.decode()


def test_the_list_says_how_far_the_latest_assessment_is(world: World, owner: Client) -> None:
    fill(world, world.assessment, 18)
    page = owner.get(reverse("workspace", args=[world.workspace.code])).content.decode()
    assert "Answering, 18 of 56" in page
    assert "1 assessment is still being answered." in page


def test_a_quick_assessment_counts_its_own_practices_only(world: World, owner: Client) -> None:
    fill(world, world.assessment, 56)
    world.assessment.practice_set = "quick"
    world.assessment.save()
    page = owner.get(reverse("company", args=[world.company.code])).content.decode()
    assert "Quick, 20" in page
    assert "Answered" in page


def test_the_latest_is_the_one_held_last(world: World, owner: Client) -> None:
    start_assessment(
        user=world.owner,
        company=world.company,
        title="Older, entered later",
        held_on=datetime.date(2026, 1, 1),
        practice_set="full",
        group="leaders",
    )
    page = owner.get(reverse("workspace", args=[world.workspace.code])).content.decode()
    assert "Autumn 2026" in page
    assert "Older, entered later" not in page


def test_search_finds_part_of_a_name_and_says_so(world: World, owner: Client) -> None:
    add_company(workspace=world.workspace, name="珠江酒店")
    url = reverse("workspace", args=[world.workspace.code])
    page = owner.get(url, {"q": "珠江"}).content.decode()
    assert "珠江酒店" in page
    assert "Harbour Retail" not in page
    assert "No company matches “nothing”." in owner.get(url, {"q": "nothing"}).content.decode()


@pytest.mark.parametrize("page", ["1", "2", "99", "x"])
def test_long_lists_come_in_pages(page: str, world: World, owner: Client) -> None:
    for number in range(60):
        add_company(workspace=world.workspace, name=f"Company {number:02}")
    answer = owner.get(reverse("workspace", args=[world.workspace.code]), {"page": page})
    assert answer.status_code == 200
    assert len(answer.context["rows"]) == (50 if page in ("1", "x") else 11)


def test_an_empty_workspace_offers_the_first_step(world: World, stranger: Client) -> None:
    page = stranger.get(reverse("workspace", args=[world.elsewhere.code])).content.decode()
    assert "No companies yet" in page
    assert reverse("company_new", args=[world.elsewhere.code]) in page


def test_viewers_are_offered_no_writing(world: World, viewer: Client) -> None:
    page = viewer.get(reverse("workspace", args=[world.workspace.code])).content.decode()
    assert "Add a company" not in page
    assert "Start answering" not in page


def test_only_who_answers_is_asked_to(world: World, owner: Client, consultant: Client) -> None:
    url = reverse("company", args=[world.company.code])
    assert "Start answering" in owner.get(url).content.decode()
    assert "Start answering" not in consultant.get(url).content.decode()


@pytest.mark.parametrize("rounds", [1, 3])
def test_queries_of_a_company(rounds: int, world: World, owner: Client, django_assert_num_queries: Any) -> None:
    """Session, user, right; assessments, answers."""
    for _round in range(rounds - 1):
        fill(world, _started(world, world.company), 3)
    with django_assert_num_queries(5):
        owner.get(reverse("company", args=[world.company.code]))


def _started(world: World, company: Any) -> Assessment:
    return start_assessment(
        user=world.owner,
        company=company,
        title="A round",
        held_on=datetime.date(2026, 10, 1),
        practice_set="full",
        group="leaders",
    )
