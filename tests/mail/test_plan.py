"""Reminders of the plan and the letter of the week: to members only, once, in their language."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.plan import add_plan_item, move_plan_item, update_plan_item
from assessments.actions.plan_reminders import Reminded, remind_of_plans
from assessments.mail.delivery import deliver
from assessments.models import Membership, Message, PlanItem, Workspace
from tests.mail.sink import Sink
from tests.personas import Inside, World

AddItem = Callable[..., PlanItem]

OWNER = "owner@example.com"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def add_item(world: World) -> AddItem:
    """Adds an item to the plan of the world’s company."""

    def added(title: str = "Answer within an hour", **more: Any) -> PlanItem:
        return add_plan_item(user=world.owner, company=world.company, title=title, **more)

    return added


def due(days: int) -> datetime.date:
    return timezone.localdate() + days * DAY


def text_of(message: Any) -> str:
    part = message.get_body(("plain",))
    return str(part.get_content())


def letters(sink: Sink) -> list[tuple[str, str, str]]:
    deliver()
    return [(each["To"], each["Subject"], text_of(each)) for each in sink.letters]


def test_an_owner_is_reminded_once_by_one_letter(
    world: World,
    sink: Sink,
    add_item: AddItem,
    settings: Any,
) -> None:
    add_item("Answer faster", owner_email=OWNER, due_on=due(7))
    add_item("Call back", owner_email=OWNER.upper(), due_on=due(-3))
    add_item("Next month", owner_email=OWNER, due_on=due(30))
    add_item("Nobody’s", due_on=due(0))
    call_command("remind", verbosity=0)
    call_command("remind", verbosity=0)
    ((to, subject, text),) = letters(sink)
    assert (to, subject) == (OWNER, "2 items of the plan are due")
    assert "Harbour Retail: “Answer faster” is due on" in text
    assert "“Call back” was due on" in text
    assert "Next month" not in text
    assert f"https://cx.example.com/companies/{world.company.code}/plan/" in text


@pytest.mark.parametrize("state", ["done", "dropped", "accepted"])
def test_what_is_settled_is_not_spoken_of(state: str, world: World, add_item: AddItem) -> None:
    add_item(owner_email=OWNER, due_on=due(0), state=state)
    assert remind_of_plans() == Reminded(0, 0)


def test_what_was_done_before_the_letter_went_out_is_left_out(
    world: World,
    down: Sink,
    add_item: AddItem,
) -> None:
    row = add_item(owner_email=OWNER, due_on=due(0))
    assert remind_of_plans() == Reminded(1, 0)
    move_plan_item(user=world.owner, item=row, state="done")
    Message.objects.update(status="queued", due_at=timezone.now())
    deliver()
    assert Message.objects.get().status == "dropped"


def test_one_letter_a_day_even_where_more_comes_up(world: World, add_item: AddItem) -> None:
    add_item(owner_email=OWNER, due_on=due(0))
    assert remind_of_plans().reminders == 1
    add_item("One more", owner_email=OWNER, due_on=due(1))
    assert remind_of_plans().reminders == 0
    assert PlanItem.objects.get(title="One more").reminded_on is None


def test_who_takes_an_item_over_is_told_of_it(world: World, add_item: AddItem) -> None:
    row = add_item(owner_email=OWNER, due_on=due(3))
    assert remind_of_plans().reminders == 1
    update_plan_item(user=world.owner, item=row, said={"owner_email": "viewer@example.com"})
    assert remind_of_plans().reminders == 1
    assert {each.member.user for each in Message.objects.all() if each.member} == {world.owner, world.viewer}


def test_only_members_who_may_read_the_company_hear_of_it(world: World, inside: Inside, add_item: AddItem) -> None:
    add_item(owner_email="stranger@example.com", due_on=due(0))
    add_item(owner_email="somebody@example.org", due_on=due(0))
    assert remind_of_plans().reminders == 0
    add_item(owner_email=inside.reader.email, due_on=due(0))
    assert remind_of_plans().reminders == 1
    PlanItem.objects.update(company=inside.other_company, reminded_on=None)
    Message.objects.all().delete()
    assert remind_of_plans().reminders == 0


def test_nothing_is_said_of_what_is_deleted(world: World, add_item: AddItem) -> None:
    add_item(owner_email=OWNER, due_on=due(0))
    Workspace.objects.filter(pk=world.workspace.pk).update(deleted_at=timezone.now())
    assert remind_of_plans().reminders == 0


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "今天到期"), ("zh-hant", "今天到期")])
def test_the_letter_is_in_the_language_of_its_reader(
    language: str,
    words: str,
    world: World,
    sink: Sink,
    add_item: AddItem,
) -> None:
    world.owner.language = language
    world.owner.save()
    add_item("回電", owner_email=OWNER, due_on=due(0))
    remind_of_plans()
    ((_to, _subject, text),) = letters(sink)
    assert words in text
    assert "回電" in text


@pytest.mark.parametrize(("language", "items"), [("zh-hans", "“回電”“道歉”。"), ("zh-hant", "「回電」、「道歉」。")])
def test_sentences_and_lists_of_a_chinese_letter_of_the_week(
    language: str, items: str, world: World, sink: Sink, add_item: AddItem
) -> None:
    world.owner.language = language
    world.owner.save()
    add_item("回電", due_on=due(2))
    add_item("道歉", due_on=due(3))
    Membership.objects.filter(user=world.owner).update(weekly_digest=True, digest_sent_on=due(-7))
    remind_of_plans()
    ((_to, _subject, text),) = letters(sink)
    assert "。本" in text and items in text  # 本周, 本週


def test_the_letter_of_the_week_comes_to_those_who_want_it_from_the_next_monday_on(
    world: World,
    owner: Client,
    sink: Sink,
    add_item: AddItem,
) -> None:
    add_item("Answer faster", due_on=due(2))
    add_item("Call back", due_on=due(-2))
    place = str(world.workspace.code)
    owner.post(reverse("my_reminders"), {"place": place, "act": "digest"})
    row = Membership.objects.get(user=world.owner, workspace=world.workspace)
    assert row.weekly_digest
    assert remind_of_plans().digests == 0  # not before Monday
    Membership.objects.filter(pk=row.pk).update(digest_sent_on=due(-7))
    assert (remind_of_plans().digests, remind_of_plans().digests) == (1, 0)
    ((to, subject, text),) = letters(sink)
    assert (to, subject) == (OWNER, "The plan of the week: Northstar Advisory")
    assert "Harbour Retail: 2 open, 1 late, 2 without owner or date. Due this week: “Answer faster”" in text
    owner.post(reverse("my_reminders"), {"place": place, "act": "no-digest"})
    Membership.objects.filter(pk=row.pk).update(digest_sent_on=due(-7))
    assert remind_of_plans().digests == 0


def test_nobody_settles_what_others_hear(world: World, stranger: Client) -> None:
    answer = stranger.post(reverse("my_reminders"), {"place": str(world.workspace.code), "act": "digest"})
    assert answer.status_code == 404
    assert not Membership.objects.filter(weekly_digest=True).exists()
