"""A plan that has grown: what is over is shown as far as anybody looks, and an item is moved from its own page."""

from __future__ import annotations

import datetime
import re

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.plan import move_plan_item, update_plan_item
from assessments.models import PlanItem
from assessments.queries.plan import seen_of
from assessments.views.plan.plan_page import OVER
from tests.personas import World

from .conftest import AddItem


def page(client: Client, world: World, query: str = "") -> str:
    return client.get(reverse("plan", args=[world.company.code]) + query).content.decode()


def past(text: str) -> list[str]:
    """What is over, as the page lists it."""
    return re.findall(r">\s*(Item \d+)\s*</", text.split('id="over"')[1])


def settled(world: World, add_item: AddItem, count: int) -> None:
    now = timezone.now()
    for at in range(count):
        row = add_item(f"Item {at}", due_on=timezone.localdate())
        move_plan_item(user=world.owner, item=row, state="done" if at % 2 else "dropped")
        PlanItem.objects.filter(pk=row.pk).update(updated_at=now + datetime.timedelta(minutes=at))


def test_of_what_is_over_the_last_stands_first_and_all_are_a_link_away(
    world: World, viewer: Client, add_item: AddItem
) -> None:
    settled(world, add_item, OVER + 2)
    text = page(viewer, world)
    assert past(text) == [f"Item {at}" for at in range(OVER + 1, 1, -1)]
    assert f"Done or dropped: {OVER + 2} items" in text
    assert "?over=all#over" in text
    assert ">Item 1<" not in text  # on the timeline neither
    assert past(page(viewer, world, "?over=all"))[-2:] == ["Item 1", "Item 0"]
    assert "Show the rest" not in page(viewer, world, "?over=all")


def test_all_that_is_over_narrows_nothing(world: World, owner: Client, add_item: AddItem) -> None:
    add_item("Still open", lane="now")
    settled(world, add_item, 1)
    text = page(owner, world, "?over=all")
    assert ">Still open<" in text and "Show everything" not in text


def test_taking_up_again_goes_by_the_button_and_sees_who_was_quicker(
    world: World, owner: Client, add_item: AddItem
) -> None:
    row = add_item()
    move_plan_item(user=world.owner, item=row, state="done")
    row.refresh_from_db()
    said = {"state": "doing", "item": f"{row.code} {seen_of(row)}"}
    assert said["item"].replace("+", "&#x2B;") in page(owner, world) or said["item"] in page(owner, world)
    update_plan_item(user=world.consultant, item=row, said={"note": "Again in May"})
    path = reverse("plan", args=[world.company.code])
    assert owner.post(path, said).status_code == 409
    row.refresh_from_db()
    assert owner.post(path, {**said, "item": f"{row.code} {seen_of(row)}"}).status_code == 302
    row.refresh_from_db()
    assert row.state == "doing"


def test_the_page_of_an_item_offers_what_its_menu_does(world: World, owner: Client, add_item: AddItem) -> None:
    rows = [add_item(title, lane="now") for title in ("a", "b", "c")]

    def offered(row: PlanItem, query: str = "") -> list[str]:
        text = owner.get(reverse("plan_edit", args=[world.company.code, row.code]) + query).content.decode()
        return re.findall(r'name="(?:to|state)" value="(\w+)"', text.partition('id="acts"')[2])

    states = ["doing", "done", "dropped"]
    assert offered(rows[0]) == ["down", "next", "later", *states]
    assert offered(rows[1]) == ["up", "down", "next", "later", *states]
    assert offered(rows[2]) == ["up", "next", "later", *states]
    move_plan_item(user=world.owner, item=rows[1], state="done")
    assert offered(rows[1]) == []
    assert offered(rows[0], "?lane=now") == ["down", "next", "later", *states]


def test_the_page_of_an_item_leads_back_to_the_view_it_was_opened_from(
    world: World, owner: Client, add_item: AddItem
) -> None:
    row = add_item(lane="now")
    opened = owner.get(reverse("plan_edit", args=[world.company.code, row.code]) + "?lane=now").content.decode()
    assert f'action="{reverse("plan_move", args=[world.company.code])}?lane=now"' in opened


def test_the_board_holds_one_menu_for_all_cards(world: World, owner: Client, viewer: Client, add_item: AddItem) -> None:
    for at in range(3):
        add_item(f"Item {at}", lane="now")
    text = page(owner, world)
    assert text.count("data-plan-acts") == 1 and text.count('value="pull"') == 0
    assert text.count("Move up") == 1
    assert re.findall(r'data-without="([^"]+)"', text) == ["now open up", "now open", "now open down"]
    assert "data-plan-acts" not in page(viewer, world)


def test_what_is_drawn_once_is_there_for_all_that_use_it(world: World, owner: Client, add_item: AddItem) -> None:
    for lane in ("now", "later"):
        add_item(lane, lane=lane, due_on=timezone.localdate(), note="Asked in May.", links=["https://example.com/a"])
    text = page(owner, world)
    used = re.findall(r'(?:<use|<a) href="#([\w-]+)"', text)
    assert {"plan-time-months", "plan-time-now", "i-link", "i-sticky-note", "no-1", "no-2"} <= set(used)
    assert {each: text.count(f'id="{each}"') for each in used} == dict.fromkeys(used, 1)
