"""The plan of a company: what it says, what people do with it, who may."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.plan import add_plan_item, move_plan_item
from assessments.models import AuditEntry, PlanItem
from tests.personas import Inside, World

DAY = datetime.timedelta(days=1)


def item(world: World, title: str = "Answer within an hour", *, days: int | None = None, **more: Any) -> PlanItem:
    due = None if days is None else timezone.localdate() + days * DAY
    return add_plan_item(user=world.owner, company=world.company, title=title, due_on=due, **more)


def page(client: Client, world: World) -> str:
    return client.get(reverse("plan", args=[world.company.code])).content.decode()


def finding(text: str) -> str:
    return text.split('<h1 class="cx-find cx-find-1">')[1].split("</h1>")[0]


def test_an_empty_plan_says_what_belongs_there(world: World, owner: Client) -> None:
    text = page(owner, world)
    assert finding(text) == "Nothing is planned yet."
    assert reverse("plan_new", args=[world.company.code]) in text


@pytest.mark.parametrize(
    ("days", "state", "owner_name", "said"),
    [
        (-1, "open", "Bo", "The one open item is late."),
        (-1, "open", "", "The one open item is late. 1 item has no owner or no date yet."),
        (0, "open", "Bo", "1 item is open, and not late."),
        (-1, "done", "Bo", "Everything in the plan is settled."),
        (None, "doing", "Bo", "1 item has no owner or no date yet."),
    ],
)
def test_the_finding_says_what_stands_out(
    days: int | None, state: str, owner_name: str, said: str, world: World, viewer: Client
) -> None:
    move_plan_item(user=world.owner, item=item(world, days=days, owner=owner_name), state=state)
    text = page(viewer, world)
    assert finding(text) == said
    assert ("is-late" in text) == (days == -1 and state == "open")


def test_items_stand_in_the_order_people_gave_them_and_what_is_over_last(world: World, owner: Client) -> None:
    over = item(world, "Over", days=-9, lane="now")
    move_plan_item(user=world.owner, item=over, state="dropped")
    for title, lane in (("Last", "later"), ("First", "now"), ("Third", "next"), ("Second", "now")):
        item(world, title, lane=lane)
    text = page(owner, world)
    places = [text.index(f">{title}<") for title in ("First", "Second", "Third", "Last", "Over")]
    assert places == sorted(places)


def test_what_is_done_remembers_the_day(world: World) -> None:
    row = item(world)
    move_plan_item(user=world.owner, item=row, state="done")
    assert PlanItem.objects.get().done_on == timezone.localdate()
    move_plan_item(user=world.owner, item=row, state="doing")
    assert PlanItem.objects.get().done_on is None


def test_a_lane_that_is_too_full_says_so_and_refuses_nothing(world: World, owner: Client) -> None:
    for number in range(3):
        item(world, f"Item {number}", days=9, owner="Bo", lane="now", effort="L")
    text = page(owner, world)
    assert finding(text) == "3 items are open, and none is late. “Now” holds more than fits."
    assert "9 effort points where 8 fit" in text
    owner.post(reverse("plan_capacity", args=[world.company.code]), {"capacity": "9"})
    assert "9 effort points where" not in page(owner, world)
    bad = owner.post(reverse("plan_capacity", args=[world.company.code]), {"capacity": "0"})
    assert (bad.status_code, b'value="0"' in bad.content) == (400, True)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"owner": "me"}, {"Mine"}),
        ({"owner": "nobody"}, {"Nobody"}),
        ({"owner": "Bo"}, {"Bo late"}),
        ({"state": "late"}, {"Bo late"}),
        ({"lane": "next"}, {"Nobody"}),
        ({"dimension": "l2"}, {"Mine"}),
        ({"state": "rubbish", "lane": "soon"}, {"Mine", "Nobody", "Bo late"}),
        ({"owner": "Nobody of this name"}, set()),
    ],
)
def test_the_filter_shows_what_was_asked_for(
    asked: dict[str, str], shown: set[str], world: World, owner: Client
) -> None:
    item(world, "Mine", owner="Somebody", owner_email="OWNER@example.com", practice="l2-response-speed", lane="now")
    item(world, "Nobody", lane="next")
    item(world, "Bo late", owner="Bo", days=-3, lane="now")
    text = owner.get(reverse("plan", args=[world.company.code]), asked).content.decode()
    assert {title for title in ("Mine", "Nobody", "Bo late") if re.search(rf">{title}</a>\s*</h3>", text)} == shown


def test_an_item_is_added_changed_and_moved_on(world: World, owner: Client) -> None:
    said = {
        "title": "Answer faster",
        "practice": "l2-response-speed",
        "owner": "Bo",
        "due_on": "2026-12-01",
        "note": "",
    }
    assert owner.post(reverse("plan_new", args=[world.company.code]), said).status_code == 302
    row = PlanItem.objects.get()
    assert (row.title, row.practice, row.owner, str(row.due_on), row.origin) == (
        "Answer faster", "l2-response-speed", "Bo", "2026-12-01", "own",
    )  # fmt: skip
    owner.post(reverse("plan_edit", args=[world.company.code, row.code]), {**said, "owner": "Li"})
    owner.post(reverse("plan", args=[world.company.code]), {"item": row.code, "state": "doing"})
    row.refresh_from_db()
    assert (row.owner, row.state) == ("Li", "doing")
    acts = AuditEntry.objects.filter(act__startswith="plan").order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["plan-item-added", "plan-item-changed", "plan-item-moved"]


def test_what_says_nothing_new_leaves_no_entry(world: World, owner: Client) -> None:
    row = item(world)
    owner.post(reverse("plan_edit", args=[world.company.code, row.code]), {"title": row.title})
    owner.post(reverse("plan", args=[world.company.code]), {"item": row.code, "state": "open"})
    assert AuditEntry.objects.filter(act__startswith="plan").count() == 1


def test_a_bad_form_keeps_what_was_typed(world: World, owner: Client) -> None:
    data = {"title": "", "owner": "Bo <b>", "due_on": "soon"}
    answer = owner.post(reverse("plan_new", args=[world.company.code]), data)
    assert answer.status_code == 400
    assert 'value="Bo &lt;b&gt;"' in answer.content.decode()
    assert 'value="soon"' in answer.content.decode()
    assert not PlanItem.objects.exists()


@pytest.mark.parametrize("data", [{"state": "lost"}, {"item": "x"}, {"item": "00000000-0000-0000-0000-000000000001"}])
def test_what_does_not_exist_cannot_be_moved(data: dict[str, str], world: World, owner: Client) -> None:
    row = item(world)
    sent = {"item": str(row.code), "state": "done", **data}
    assert owner.post(reverse("plan", args=[world.company.code]), sent).status_code == 404
    assert PlanItem.objects.get().state == "open"


def test_an_item_of_another_company_is_out_of_reach(world: World, inside: Inside, editor: Client) -> None:
    other = add_plan_item(user=world.owner, company=inside.other_company, title="Secret")
    assert editor.get(reverse("plan_edit", args=[world.company.code, other.code])).status_code == 404
    editor.post(reverse("plan", args=[world.company.code]), {"item": str(other.code), "state": "done"})
    other.refresh_from_db()
    assert other.state == "open"
    assert "Secret" not in page(editor, world)


def test_who_reads_cannot_write(world: World, viewer: Client) -> None:
    row = item(world)
    assert (
        viewer.post(reverse("plan", args=[world.company.code]), {"item": row.code, "state": "done"}).status_code == 403
    )
    assert "plan/new" not in page(viewer, world)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_plan_costs_the_same_however_long_it_is(
    rows: int, world: World, owner: Client, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        item(world, f"Item {number}", days=number, lane=("now", "next", "later")[number % 3], effort="S", impact="M")
    page(owner, world)  # what the report proposes is reckoned once
    with django_assert_num_queries(7):  # session, person, company, items, journeys, last report, its stamp
        page(owner, world)


def test_bad_links_and_days_are_told_and_kept(world: World, owner: Client) -> None:
    said = {"title": "T", "links": "javascript:alert(1)", "starts_on": "2026-12-02", "due_on": "2026-12-01"}
    answer = owner.post(reverse("plan_new", args=[world.company.code]), said)
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "is not the address of a page" in text
    assert "This is after the day on which it is due." in text
    assert "javascript:alert(1)</textarea>" in text
    many = "\n".join(f"https://example.com/{each}" for each in range(11))
    assert (
        b"more than ten links"
        in owner.post(reverse("plan_new", args=[world.company.code]), {"title": "T", "links": many}).content
    )
