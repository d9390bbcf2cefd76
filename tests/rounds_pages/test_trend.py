"""A company's course on its first screen, the rhythm of its rounds, and the e-mail when one is due."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.next_round import start_next_round
from assessments.actions.round_reminders import remind_of_rounds, set_rhythm
from assessments.mail.delivery import deliver
from assessments.models import Answer, Assessment, AuditEntry, Company, Membership, Message
from assessments.reports.wording import day_text
from tests.personas import World, person

from .held import FIRST, SECOND, held


@pytest.fixture(autouse=True)
def alone(world: World) -> None:
    world.company.assessments.all().delete()
    caches["reports"].clear()


def page_of(world: World, client: Client) -> str:
    return client.get(reverse("company", args=[world.company.code])).content.decode()


def test_two_rounds_say_what_changed(world: World, owner: Client) -> None:
    held(world, "Spring 2026", FIRST, 1)
    held(world, "Autumn 2026", SECOND, 3)
    page = page_of(world, owner)
    assert "Since “Spring 2026” the level has risen from 0 to 6." in page
    assert "Trust has risen by 50 points to 75." in page
    assert reverse("rounds", args=[world.company.code]) in page and "Start the next round" in page


def test_a_round_in_review_is_finished_before_the_next_one_begins(world: World, owner: Client) -> None:
    last = held(world, "Spring 2026", FIRST, 1)
    for state, first in (("final", False), ("review", True)):
        Assessment.objects.filter(pk=last.pk).update(state=state)
        assert ("Review the answers" in page_of(world, owner)) is first


def test_noise_is_no_change(world: World, owner: Client) -> None:
    held(world, "Spring 2026", FIRST, 2)
    later = held(world, "Autumn 2026", SECOND, 2)
    Answer.objects.filter(respondent=later.respondents.first(), practice__startswith="l4").update(stage=3)
    assert "No level and no trust factor has visibly changed since “Spring 2026”" in page_of(world, owner)


def test_rounds_of_one_month_are_told_apart_by_their_days(world: World, owner: Client) -> None:
    held(world, "Before", SECOND, 2)
    held(world, "After", SECOND + datetime.timedelta(days=7), 2)
    axis = page_of(world, owner).split("trend-level", 1)[1].split("</svg>", 1)[0]
    assert all(day_text(day) in axis for day in (SECOND, SECOND + datetime.timedelta(days=7)))


def test_one_round_says_so(world: World, owner: Client) -> None:
    held(world, "Spring 2026", FIRST, 1)
    page = page_of(world, owner)
    assert "One round so far" in page and reverse("rounds", args=[world.company.code]) not in page


def test_no_round_that_is_over_shows_nothing(world: World, owner: Client) -> None:
    held(world, "Going on", FIRST, 1, state="collecting")
    assert 'id="trend"' not in page_of(world, owner)


def test_what_changes_is_shown_anew(world: World, owner: Client) -> None:
    held(world, "Spring 2026", FIRST, 1)
    later = held(world, "Autumn 2026", SECOND, 1, state="review")
    assert "No level and no trust factor has visibly changed" in page_of(world, owner)
    Answer.objects.filter(respondent__assessment=later).update(stage=3, saved_at=timezone.now())
    assert "the level has risen from 0 to 6" in page_of(world, owner)


@pytest.mark.parametrize("rounds", [1, 3])
def test_queries(world: World, owner: Client, rounds: int, django_assert_num_queries: Any) -> None:
    for number in range(rounds):
        held(world, f"Round {number}", FIRST.replace(day=number + 3), 2)
    with django_assert_num_queries(9):  # the first time the rounds are scored, too
        page_of(world, owner)
    with django_assert_num_queries(6):  # session, person, company; assessments, answers; whether anything has changed
        page_of(world, owner)


class TestDue:
    """Who may start the next round is told once, when it is due."""

    @pytest.fixture
    def last(self, world: World) -> Assessment:
        row = held(world, "Spring 2026", timezone.localdate() - datetime.timedelta(days=200), 2)
        set_rhythm(user=world.owner, company=world.company, months=6)
        return row

    def told(self) -> set[str]:
        return {each.member.user.email for each in Message.objects.filter(kind="round") if each.member}

    def test_those_who_may_write_and_once(self, world: World, last: Assessment) -> None:
        beside = Company.objects.create(workspace=world.workspace, name="Elsewhere")
        Membership.objects.create(
            workspace=world.workspace, company=beside, user=person("neighbour"), role="consultant"
        )
        assert (remind_of_rounds(), remind_of_rounds()) == (2, 0)
        assert self.told() == {"owner@example.com", "consultant@example.com"}

    def test_the_letter_names_company_and_round_and_leads_there(self, world: World, last: Assessment) -> None:
        remind_of_rounds()
        deliver()
        letter = next(each for each in mail.outbox if each.to == ["owner@example.com"])
        assert letter.subject == "The next round of Harbour Retail is due"
        assert "“Spring 2026”" in letter.body and reverse("company", args=[world.company.code]) in letter.body

    def test_a_round_that_was_started_meanwhile_needs_no_letter(self, world: World, last: Assessment) -> None:
        remind_of_rounds()
        start_next_round(user=world.owner, assessment=last, title="Next")
        deliver()
        assert mail.outbox == []

    def test_not_before_its_day_nor_where_nobody_wants_it(self, world: World, last: Assessment) -> None:
        set_rhythm(user=world.owner, company=world.company, months=12)
        assert remind_of_rounds() == 0
        set_rhythm(user=world.owner, company=world.company, months=None)
        assert remind_of_rounds() == 0

    def test_another_rhythm_reminds_anew(self, world: World, last: Assessment) -> None:
        remind_of_rounds()
        Assessment.objects.filter(pk=last.pk).update(held_on=timezone.localdate() - datetime.timedelta(days=400))
        set_rhythm(user=world.owner, company=world.company, months=12)
        assert remind_of_rounds() == 2

    def test_the_nightly_command_says_it(self, last: Assessment, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("remind")
        assert "2 that a round is due" in capsys.readouterr().out

    def test_it_is_set_with_the_company_and_shown(self, world: World, last: Assessment, owner: Client) -> None:
        address = reverse("company_edit", args=[world.company.code])
        said = {"name": world.company.name, "industry": "retail", "size": "1000+", "round_months": "12"}
        owner.post(address, said)
        assert Company.objects.get(pk=world.company.pk).round_months == 12
        assert AuditEntry.objects.filter(act="rhythm-set").count() == 2
        assert "The next round is due on" in page_of(world, owner)
        owner.post(address, {**said, "round_months": ""})
        assert Company.objects.get(pk=world.company.pk).round_months is None
        assert owner.post(address, {**said, "round_months": "7"}).status_code == 200  # neither six nor twelve
