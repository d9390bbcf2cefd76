"""What is chosen when an assessment starts: named or anonymous, the smallest group, the last day, answering oneself."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from assessments.models import Assessment, AuditEntry, Company
from tests.personas import World

NEW = {"title": "Spring 2027", "held_on": "2027-03-01", "practice_set": "full", "names": "anonymous", "group": "nobody"}


def start(world: World, browser: Client, **fields: str) -> Assessment:
    browser.post(reverse("assessment_new", args=[world.company.code]), {**NEW, **fields})
    return Assessment.objects.get(title="Spring 2027")


def test_anonymous_with_a_group_and_a_last_day(world: World, owner: Client) -> None:
    found = start(world, owner, minimum_group="7", closes_on="2099-03-31")
    assert (found.anonymous, found.minimum_group, found.closes_on) == (True, 7, datetime.date(2099, 3, 31))
    assert found.respondents.count() == 0
    entry = AuditEntry.objects.get(act="assessment-started", assessment=found)
    assert (entry.actor, entry.detail) == (world.owner, {"title": "Spring 2027", "anonymous": True})


def test_five_is_usual_and_named_too(world: World, owner: Client) -> None:
    found = start(world, owner, names="")
    assert (found.anonymous, found.minimum_group, found.closes_on) == (False, 5, None)


def test_who_starts_answers_where_they_say_so(world: World, owner: Client) -> None:
    assert start(world, owner, group="leaders").respondents.get().user == world.owner


@pytest.mark.parametrize(
    ("field", "value"),
    [("minimum_group", "2"), ("minimum_group", "-5"), ("closes_on", "2020-01-01"), ("names", "secret"), ("group", "")],
)
def test_a_mistake_starts_nothing_and_keeps_what_was_typed(field: str, value: str, world: World, owner: Client) -> None:
    answer = owner.post(reverse("assessment_new", args=[world.company.code]), {**NEW, field: value})
    assert answer.status_code == 200
    assert "Spring 2027" in answer.content.decode() and "another look" in answer.content.decode()
    assert not Assessment.objects.filter(title="Spring 2027").exists()


@time_machine.travel("2026-11-21")
def test_today_is_not_in_the_past(world: World, owner: Client) -> None:
    owner.force_login(world.owner)
    assert start(world, owner, closes_on="2026-11-21").closes_on == datetime.date(2026, 11, 21)


@pytest.mark.parametrize(("size", "said"), [("1-9", True), ("10-49", False), ("", False)])
def test_a_small_company_is_told_to_meet_instead(size: str, said: bool, world: World, owner: Client) -> None:
    Company.objects.filter(pk=world.company.pk).update(size=size)
    page = owner.get(reverse("assessment_new", args=[world.company.code])).content.decode()
    assert ("settle it together in a workshop" in page) is said


class TestChanging:
    def edit(self, browser: Client, found: Assessment, **fields: str) -> str:
        sent = {"title": "Spring 2027", "held_on": "2027-03-01", "practice_set": "full", "group": "nobody", **fields}
        page = browser.post(reverse("assessment_edit", args=[found.code]), sent, follow=True).content.decode()
        found.refresh_from_db()
        return page

    def test_neither_becomes_the_other(self, world: World, owner: Client) -> None:
        found = start(world, owner)
        page = owner.get(reverse("assessment_edit", args=[found.code])).content.decode()
        assert "It is anonymous" in page and 'name="names"' not in page
        self.edit(owner, found, names="named", anonymous="")
        assert found.anonymous
        world.assessment.refresh_from_db()
        self.edit(owner, world.assessment, names="anonymous", anonymous="on")
        assert not world.assessment.anonymous

    def test_the_smallest_group_only_grows(self, world: World, owner: Client) -> None:
        found = start(world, owner, minimum_group="6")
        assert "It can only grow" in self.edit(owner, found, minimum_group="5")
        assert found.minimum_group == 6
        self.edit(owner, found, minimum_group="8")
        assert found.minimum_group == 8
        self.edit(owner, found, minimum_group="")
        assert found.minimum_group == 8

    def test_a_colleague_may_edit_without_answering(self, world: World, consultant: Client) -> None:
        self.edit(consultant, world.assessment)
        assert [each.user for each in world.assessment.respondents.all()] == [world.owner]

    @pytest.mark.parametrize(
        ("anonymous", "words"), [(True, "Anonymous: nobody sees"), (False, "Named: your team sees")]
    )
    def test_the_overview_says_which(self, anonymous: bool, words: str, world: World, viewer: Client) -> None:
        Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=anonymous)
        assert words in viewer.get(reverse("assessment", args=[world.assessment.code])).content.decode()
