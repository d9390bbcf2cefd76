"""Plans in calendars: read back with another library’s eyes, and open only to whoever holds a key that is good."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from assessments.actions.plan import move_plan_item, update_plan_item
from assessments.actions.plan_settings import close_calendar, open_calendar
from assessments.links import key_of
from assessments.models import Company, Membership, PlanItem
from assessments.queries.plan_calendar import calendar_of
from tests.personas import Inside, World
from tests.plan.conftest import AddItem

DUE = datetime.date(2026, 12, 5)


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def feed_of(membership: Membership) -> str:
    row = open_calendar(user=membership.user, membership=membership)
    return reverse("plan_feed", args=[key_of("calendar", calendar_of(row))])


@pytest.fixture
def membership(world: World) -> Membership:
    return Membership.objects.get(user=world.viewer)


def test_the_file_has_a_whole_day_for_each_item_with_a_date(world: World, viewer: Client, add_item: AddItem) -> None:
    row = add_item("Antworten; schnell, \\ gut 「今天」", due_on=DUE, owner="Bo", signal="Fewer calls")
    add_item("No date")
    add_item("Dropped", due_on=DUE, state="dropped")
    answer = viewer.get(reverse("plan_file", args=[world.company.code, "ics"]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = events(answer.content)
    assert event["SUMMARY"] == row.title
    assert event["DTSTART"].dt == DUE
    assert event["DTEND"].dt == DUE + datetime.timedelta(days=1)
    assert str(row.code) in event["UID"]
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert event["URL"].endswith(f"/companies/{world.company.code}/plan/#item-{row.code}")
    assert "Fewer calls" in event["DESCRIPTION"]


def test_an_event_stays_the_same_and_its_sequence_grows(world: World, viewer: Client, add_item: AddItem) -> None:
    row = add_item(due_on=DUE)
    PlanItem.objects.update(created_at=timezone.now() - datetime.timedelta(hours=1))
    url = reverse("plan_file", args=[world.company.code, "ics"])
    (before,) = events(viewer.get(url).content)
    PlanItem.objects.update(updated_at=timezone.now() - datetime.timedelta(minutes=30))
    (earlier,) = events(viewer.get(url).content)
    update_plan_item(user=world.owner, item=row, said={"due_on": DUE + datetime.timedelta(days=3)})
    move_plan_item(user=world.owner, item=row, state="done")
    (after,) = events(viewer.get(url).content)
    assert before["UID"] == after["UID"]
    assert earlier["SEQUENCE"] < after["SEQUENCE"]
    assert after["SUMMARY"] == f"✓ {row.title}"


def test_the_feed_shows_titles_and_dates_of_what_the_member_may_read_now(
    world: World, anonymous: Client, inside: Inside, add_item: AddItem, membership: Membership
) -> None:
    add_item("Answer faster", due_on=DUE, note="Secret note", signal="Secret sign", owner="Secret Bo")
    PlanItem.objects.create(
        workspace=world.workspace, company=inside.other_company, title="Of the bank", due_on=DUE, lane="now"
    )
    PlanItem.objects.create(workspace=world.elsewhere, company=inside.twin, title="Elsewhere", due_on=DUE)
    whole, part = feed_of(membership), feed_of(Membership.objects.get(user=inside.reader))
    answer = anonymous.get(whole)
    assert {str(each["SUMMARY"]) for each in events(answer.content)} == {
        "Harbour Retail: Answer faster", "Cedar Bank: Of the bank",
    }  # fmt: skip
    assert b"Secret" not in answer.content
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert [str(each["SUMMARY"]) for each in events(anonymous.get(part).content)] == ["Harbour Retail: Answer faster"]
    Company.objects.filter(pk=world.company.pk).update(deleted_at=timezone.now())
    assert events(anonymous.get(part).content) == []
    Membership.objects.filter(user=inside.reader).delete()
    assert anonymous.get(part).status_code == 404


def test_a_key_that_was_replaced_or_withdrawn_opens_nothing(
    world: World, anonymous: Client, membership: Membership
) -> None:
    first = feed_of(membership)
    second = feed_of(membership)
    assert (anonymous.get(first).status_code, anonymous.get(second).status_code) == (404, 200)
    tampered = second.replace("calendar/", "calendar/A", 1)
    assert anonymous.get(tampered).status_code == 404
    close_calendar(user=world.viewer, membership=membership)
    assert anonymous.get(second).status_code == 404
    world.viewer.is_active = False
    world.viewer.save()
    assert anonymous.get(feed_of(membership)).status_code == 404


def test_a_member_makes_and_withdraws_the_address_on_their_own_page(
    world: World, viewer: Client, anonymous: Client
) -> None:
    place = {"place": str(world.workspace.code)}
    page = viewer.post(reverse("my_reminders"), {**place, "act": "calendar"}, follow=True).content.decode()
    address = page.split('readonly value="')[1].split('"')[0]
    path = "/" + address.split("/", 3)[3]
    assert anonymous.get(path).status_code == 200
    assert (
        path not in viewer.post(reverse("my_reminders"), {**place, "act": "no-calendar"}, follow=True).content.decode()
    )
    assert anonymous.get(path).status_code == 404
    assert viewer.post(reverse("my_reminders"), {**place, "act": "rubbish"}).status_code == 404
