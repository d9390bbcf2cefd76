"""What people do with journeys: two at once, conflicts, red flags, the trail, the plan."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.journeys import delete_journey, edit_journey, reshape_journey, start_journey
from assessments.actions.plan import adopt_opportunity
from assessments.journey.edits import Cell, NotThere, stamp, value_at
from assessments.journey.faults import MapFaults
from assessments.journey.reading import read
from assessments.journey.shape import with_stage
from assessments.models import AuditEntry, Journey, PlanItem, RedFlag
from assessments.queries.journeys import journeys_of, map_of
from tests.journey.maps import WHOLE
from tests.personas import World

CHANNEL = Cell("touchpoints", "channel", "t1")
OWNER = Cell("touchpoints", "inside.owner", "t1")
LIFT = WHOLE["stages"][0]["touchpoints"][0]["opportunities"][0]["text"]


@pytest.fixture
def journey(world: World) -> Journey:
    return start_journey(user=world.owner, company=world.company, map=read(WHOLE))


def edit(world: World, journey: Journey, cell: Cell, value: Any, seen: str = "") -> bool:
    there = seen or stamp(map_of(Journey.objects.get(pk=journey.pk)), cell)
    return edit_journey(user=world.owner, journey=journey, cell=cell, seen=there, value=value).done


def acts(journey: Journey) -> list[str]:
    return list(
        AuditEntry.objects.filter(company=journey.company, act__startswith="journey").values_list("act", flat=True)
    )


def test_a_journey_comes_back_as_it_was_given(world: World, journey: Journey) -> None:
    assert [(row.code, row.title, row.map) for row in journeys_of(world.company)] == [
        (journey.code, "First order online", read(WHOLE))
    ]


def test_two_people_in_different_cells_both_land(world: World, journey: Journey) -> None:
    seen = {cell: stamp(read(WHOLE), cell) for cell in (CHANNEL, OWNER)}
    assert edit(world, journey, CHANNEL, "phone", seen[CHANNEL])
    assert edit(world, journey, OWNER, "Li", seen[OWNER])
    map = map_of(Journey.objects.get())
    assert [value_at(map, CHANNEL), value_at(map, OWNER)] == ["phone", "Li"]


def test_two_people_in_one_cell_nothing_is_overwritten_unseen(world: World, journey: Journey) -> None:
    seen = stamp(read(WHOLE), CHANNEL)
    assert edit(world, journey, CHANNEL, "phone", seen)
    edited = edit_journey(user=world.consultant, journey=journey, cell=CHANNEL, seen=seen, value="letter")
    assert (edited.done, value_at(edited.map, CHANNEL)) == (False, "phone")
    assert value_at(map_of(Journey.objects.get()), CHANNEL) == "phone"


def test_saying_the_same_again_is_no_conflict_and_no_edit(world: World, journey: Journey) -> None:
    seen = stamp(read(WHOLE), CHANNEL)
    assert edit(world, journey, CHANNEL, "phone", seen)
    version = Journey.objects.get().version
    assert edit(world, journey, CHANNEL, "phone", seen)
    assert (Journey.objects.get().version, acts(journey).count("journey-changed")) == (version, 1)


def test_a_value_that_cannot_be_leaves_everything_as_it_was(world: World, journey: Journey) -> None:
    with pytest.raises(MapFaults):
        edit(world, journey, Cell("touchpoints", "emotion", "t1"), {"value": -9})
    with pytest.raises(NotThere):
        edit_journey(user=world.owner, journey=journey, cell=Cell("touchpoints", "name", "t9"), seen="", value="x")
    assert (map_of(Journey.objects.get()), acts(journey)) == (read(WHOLE), ["journey-started"])


def test_a_title_edited_on_the_map_is_the_title_of_the_journey(world: World, journey: Journey) -> None:
    edit(world, journey, Cell("map", "title"), "Second order")
    assert Journey.objects.get().title == "Second order"


def test_a_mistake_ticked_raises_its_red_flag_for_the_company(world: World, journey: Journey) -> None:
    edit(world, journey, Cell("touchpoints", "mistakes", "t1"), ["RF-01", "RF-06"])
    flags = RedFlag.objects.filter(company=world.company, closed_at=None)
    assert {(each.flag, each.origin, each.about) for each in flags} == {
        ("RF-01", "journey", str(journey.code)),
        ("RF-06", "journey", str(journey.code)),
    }


def test_a_very_bad_moment_left_alone_raises_one_as_well(world: World, journey: Journey) -> None:
    edit(world, journey, Cell("touchpoints", "emotion", "t1"), {"value": -2, "basis": "reported"})
    assert not RedFlag.objects.filter(flag="RF-20").exists()  # something is meant to change it
    edit(world, journey, Cell("touchpoints", "opportunities", "t1"), [])
    assert RedFlag.objects.filter(flag="RF-20").exists()


def test_every_act_leaves_its_entry_and_no_other(world: World, journey: Journey) -> None:
    edit(world, journey, OWNER, "Li")
    reshape_journey(
        user=world.owner, journey=journey, change=lambda map: with_stage(map, "s9", "Later"), what="add-stage"
    )
    reshape_journey(user=world.owner, journey=journey, change=lambda map: map, what="move")
    delete_journey(user=world.owner, journey=journey)
    assert sorted(acts(journey)) == ["journey-changed", "journey-changed", "journey-deleted", "journey-started"]
    assert not Journey.objects.exists()


def test_what_would_lift_it_goes_into_the_plan_once(world: World, journey: Journey) -> None:
    first = adopt_opportunity(user=world.owner, journey=journey, touchpoint="t1", text=LIFT)
    again = adopt_opportunity(user=world.consultant, journey=journey, touchpoint="t1", text=LIFT)
    assert again == first == PlanItem.objects.get()
    said = (first.title, first.practice, first.owner, str(first.due_on), first.origin, first.state)
    assert said == (LIFT, "l2-response-speed", "Bo", "2025-06-30", "journey", "open")
    lifts = value_at(map_of(Journey.objects.get()), Cell("touchpoints", "opportunities", "t1"))
    assert [each["status"] for each in lifts] == ["planned"]


def test_an_improvement_put_into_other_words_is_not_planned_twice(world: World, journey: Journey) -> None:
    item = adopt_opportunity(user=world.owner, journey=journey, touchpoint="t1", text=LIFT)
    edit(
        world, journey, Cell("touchpoints", "opportunities", "t1"), [{"text": "say the hour"}, {"text": "and keep it"}]
    )
    assert adopt_opportunity(user=world.owner, journey=journey, touchpoint="t1", text="say the hour") == item
    assert adopt_opportunity(user=world.owner, journey=journey, touchpoint="t1", text="and keep it") != item


@pytest.mark.parametrize("due", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_plan_can_hold_stays_on_the_map(due: str, world: World, journey: Journey, owner: Client) -> None:
    edit(world, journey, Cell("touchpoints", "opportunities", "t1"), [{"text": "some day", "due": due}])
    item = adopt_opportunity(user=world.owner, journey=journey, touchpoint="t1", text="some day")
    assert item.due_on is None
    assert owner.get(reverse("plan", args=[world.company.code])).status_code == 200
    assert owner.get(reverse("plan_file", args=[world.company.code, "ics"])).status_code == 200


def test_what_the_map_does_not_say_cannot_be_adopted(world: World, journey: Journey) -> None:
    with pytest.raises(NotThere):
        adopt_opportunity(user=world.owner, journey=journey, touchpoint="t1", text="something else")
    assert not PlanItem.objects.exists()


def test_the_plan_keeps_what_a_deleted_journey_gave_it(world: World, journey: Journey) -> None:
    adopt_opportunity(user=world.owner, journey=journey, touchpoint="t1", text=LIFT)
    delete_journey(user=world.owner, journey=journey)
    assert PlanItem.objects.get().title == LIFT
