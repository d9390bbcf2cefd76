"""Moving items: every way leads to the same board, nothing is lost, and nobody overwrites what they have not seen."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.plan import NewerItem, move_plan_item, update_plan_item
from assessments.actions.plan_moves import place_plan_item, pull_forward, shift_plan_item
from assessments.models import AuditEntry, PlanItem
from assessments.queries.plan import seen_of
from assessments.queries.plan_ends import ends_of
from tests.personas import World
from tests.plan.conftest import AddItem


def board() -> dict[str, list[str]]:
    rows = PlanItem.objects.order_by("place", "pk")
    return {lane: [each.title for each in rows if each.lane == lane] for lane in ("now", "next", "later")}


def send(client: Client, world: World, item: PlanItem, **said: Any) -> Any:
    item.refresh_from_db()
    return client.post(
        reverse("plan_move", args=[world.company.code]), {"item": item.code, "seen": seen_of(item), **said}
    )


def test_up_down_lanes_and_before_another(world: World, owner: Client, add_item: AddItem) -> None:
    a, b, c = (add_item(title, lane="now") for title in "abc")
    assert send(owner, world, c, to="up").status_code == 302
    assert board()["now"] == ["a", "c", "b"]
    send(owner, world, a, to="down")
    assert board()["now"] == ["c", "a", "b"]
    send(owner, world, b, to="later")
    send(owner, world, a, to="later", before=b.code)
    assert board() == {"now": ["c"], "next": [], "later": ["a", "b"]}
    lanes = AuditEntry.objects.filter(act="plan-item-placed").values_list("detail", flat=True)
    assert [(each["before"], each["after"]) for each in lanes] == [("now", "later")] * 2


def test_first_and_last_are_so_in_their_lane(add_item: AddItem) -> None:
    a, b, c = add_item("a", lane="now"), add_item("b", lane="now"), add_item("c", lane="later")
    assert [ends_of(each) for each in (a, b, c)] == [(True, False), (False, True), (True, True)]


def test_the_page_comes_back_to_the_item_in_the_same_view(world: World, owner: Client, add_item: AddItem) -> None:
    row = add_item(lane="now")
    address = reverse("plan_move", args=[world.company.code])
    answer = owner.post(f"{address}?owner=nobody&lane=bad", {"item": row.code, "to": "next"}, follow=True)
    assert answer.redirect_chain == [
        (f"{reverse('plan', args=[world.company.code])}?owner=nobody#item-{row.code}", 302)
    ]
    assert "“Answer within an hour” stands under “Next”." in answer.content.decode()


def test_quotation_marks_in_a_title_are_inner_ones_where_it_is_quoted(
    world: World, owner: Client, add_item: AddItem
) -> None:
    row = add_item("Ask “Why?” first", lane="now")
    for url, said, told in (
        ("plan_move", {"to": "next"}, "“Ask ‘Why?’ first” stands under “Next”."),
        ("plan", {"state": "done"}, "“Ask ‘Why?’ first”: Done."),
    ):
        row.refresh_from_db()
        answer = owner.post(reverse(url, args=[world.company.code]), {"item": row.code, **said}, follow=True)
        assert told in answer.content.decode()


def test_who_has_not_seen_the_last_change_changes_nothing(world: World, owner: Client, add_item: AddItem) -> None:
    row = add_item(lane="now")
    stale = seen_of(row)
    update_plan_item(user=world.consultant, item=row, said={"title": "Answer within a day"})
    for url, said in (("plan_move", {"to": "next"}), ("plan", {"state": "done"})):
        answer = owner.post(reverse(url, args=[world.company.code]), {"item": row.code, "seen": stale, **said})
        assert answer.status_code == 409
        assert "somebody else has changed “Answer within a day” meanwhile" in answer.content.decode()
    row.refresh_from_db()
    assert (row.lane, row.state) == ("now", "open")
    with pytest.raises(NewerItem):
        shift_plan_item(user=world.owner, item=row, by=1, seen=stale)


def test_a_form_that_comes_too_late_keeps_what_was_typed_and_shows_theirs(
    world: World, owner: Client, add_item: AddItem
) -> None:
    row = add_item()
    stale = seen_of(row)
    update_plan_item(user=world.consultant, item=row, said={"owner": "Li Wei"})
    url = reverse("plan_edit", args=[world.company.code, row.code])
    answer = owner.post(url, {"title": "My words", "owner": "Bo", "seen": stale})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Li Wei" in text
    assert 'value="My words"' in text
    row.refresh_from_db()
    again = owner.post(url, {"title": "My words", "owner": "Bo", "seen": seen_of(row)})
    assert again.status_code == 302
    row.refresh_from_db()
    assert (row.title, row.owner) == ("My words", "Bo")


def test_moving_one_makes_no_other_stale(world: World, add_item: AddItem) -> None:
    a, b = add_item("a", lane="now"), add_item("b", lane="now")
    seen = seen_of(b)
    shift_plan_item(user=world.owner, item=a, by=1)
    shift_plan_item(user=world.owner, item=b, by=1, seen=seen)
    assert board()["now"] == ["a", "b"]


@pytest.mark.parametrize("said", [{"to": "soon"}, {"to": ""}, {"item": "x", "to": "up"}])
def test_what_nobody_offers_is_not_found(said: dict[str, str], world: World, owner: Client, add_item: AddItem) -> None:
    row = add_item(lane="now")
    data = {"item": str(row.code), **said}
    assert owner.post(reverse("plan_move", args=[world.company.code]), data).status_code == 404
    move_plan_item(user=world.owner, item=row, state="done")
    assert send(owner, world, row, to="next").status_code == 404
    assert board()["now"] == [row.title]


def test_what_comes_first_is_flagged_and_pulled_forward(world: World, owner: Client, add_item: AddItem) -> None:
    loop = add_item("Close the loop", practice="l3-close-the-loop", lane="now")
    add_item("Measure", practice="l3-metric-system", lane="later")
    page = reverse("plan", args=[world.company.code])
    assert "which stands in a later lane" in owner.get(page).content.decode()
    send(owner, world, loop, to="pull")
    assert board()["now"] == ["Measure", "Close the loop"]
    text = owner.get(page).content.decode()
    assert "which stands in a later lane" not in text
    assert "After step 1," in text


def test_no_sequence_of_moves_loses_or_doubles_an_item(world: World, add_item: AddItem) -> None:
    dice = random.Random(5)
    lanes = ("now", "next", "later")
    practices = ("l3-close-the-loop", "l3-metric-system", "l2-fair-recovery", "l2-case-ownership", "")
    rows = [add_item(f"Item {at}", lane=dice.choice(lanes), practice=practices[at % 5]) for at in range(7)]
    needs = {"l3-close-the-loop": ("l3-metric-system",), "l2-fair-recovery": ("l2-case-ownership",)}
    for _ in range(60):
        row, other = dice.sample(rows, 2)
        way = dice.choice(("up", "down", "pull", *lanes))
        if way in lanes:
            place_plan_item(user=world.owner, item=row, lane=way, before=other.code)
        elif way == "pull":
            pull_forward(user=world.owner, item=row, needs=needs)
        else:
            shift_plan_item(user=world.owner, item=row, by=-1 if way == "up" else 1)
        found = board()
        assert sorted(title for lane in found.values() for title in lane) == sorted(each.title for each in rows)
        for lane in lanes:
            places = sorted(PlanItem.objects.filter(lane=lane).values_list("place", flat=True))
            assert len(set(places)) == len(places)
