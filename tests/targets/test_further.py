"""A target that needs a later stage than the plan leads to."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from assessments.models import PlanItem
from tests.personas import World

from .helpers import FRAMEWORK, LOW, aim, answered, url

PRACTICE = next(key for key, stage in LOW.items() if stage == 1)


def adopt(client: Client, world: World, stage: int) -> None:
    client.post(url(world, "goal_adopt"), {"chosen": "1", "step": f"{PRACTICE}:{stage}"})


def test_a_later_stage_becomes_a_second_item_that_waits_for_the_first(world: World, owner: Client) -> None:
    answered(world)
    adopt(owner, world, 2)
    aim(world, ("practice", 4, PRACTICE))
    text = owner.get(url(world)).content.decode()
    assert "In the plan to stage 2 only. Taking this adds 2 → 4 after it." in text
    assert "Put 1 step into the plan" in text
    for _again in range(2):
        adopt(owner, world, 4)
    first, second = PlanItem.objects.filter(practice=PRACTICE).order_by("pk")
    assert (first.from_stage, first.to_stage, second.from_stage, second.to_stage) == (1, 2, 2, 4)
    assert f"{second.title}." == FRAMEWORK.practices[PRACTICE].steps[2].do.en
    text = owner.get(url(world)).content.decode()
    assert "In the plan to stage" not in text
    assert "The ticked step is in the plan already." in text
    assert "After step 1" in owner.get(url(world, "plan")).content.decode()


def test_the_first_can_be_pulled_before_the_second(world: World, owner: Client) -> None:
    answered(world)
    adopt(owner, world, 2)
    adopt(owner, world, 3)
    first, second = PlanItem.objects.filter(practice=PRACTICE).order_by("pk")
    PlanItem.objects.filter(pk=first.pk).update(lane="later")
    owner.post(url(world, "plan_move"), {"item": second.code, "to": "pull"})
    first.refresh_from_db()
    assert first.lane == second.lane == "now"


def test_a_gap_that_the_company_lives_with_asks_for_nothing_further(world: World, owner: Client) -> None:
    answered(world)
    adopt(owner, world, 2)
    PlanItem.objects.update(state="accepted", updated_at=timezone.now())
    adopt(owner, world, 3)
    assert PlanItem.objects.count() == 1
