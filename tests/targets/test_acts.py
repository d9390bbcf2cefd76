"""Setting, adopting and closing a target, and what the form refuses."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from assessments.models import AuditEntry, Goal, PlanItem
from tests.personas import World

from .helpers import FRAMEWORK, aim, answered, url


def sent(**fields: object) -> dict[str, object]:
    return {"level": "", "trust": "", "band": "", "by": ""} | dict.fromkeys(FRAMEWORK.by_dimension, "") | fields


def test_a_target_is_set_from_the_form(world: World, consultant: Client) -> None:
    answered(world)
    fields = sent(**{"level": "3", "trust": "60", "int": "70", "practice-0": "l2-response-speed", "stage-0": "4"})
    answer = consultant.post(url(world, "goal_new"), fields | {"by": "2030-06-30"})
    assert answer.headers["Location"] == url(world)
    goal = Goal.objects.get()
    assert goal.targets == [
        {"kind": "level", "value": 3, "about": ""},
        {"kind": "trust", "value": 60.0, "about": ""},
        {"kind": "dimension", "value": 70.0, "about": "int"},
        {"kind": "practice", "value": 4, "about": "l2-response-speed"},
    ]
    assert (goal.by, goal.assessment, goal.created_by) == (
        datetime.date(2030, 6, 30),
        world.assessment,
        world.consultant,
    )
    assert AuditEntry.objects.filter(act="goal-set").count() == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose at least one target."),
        ({"by": "2030-06-30"}, "Choose at least one target."),
        ({"trust": "101"}, "Write a number above 0, at most 100.<"),
        ({"l2": "much"}, "Write a number above 0, at most 100.<"),
        ({"level": "7"}, "Select a valid choice."),
        ({"trust": "60", "by": "2030-02-30"}, "for example 2026-10-31.<"),
        ({"practice-0": "l2-response-speed"}, "Choose a stage as well.<"),
        (
            {f"practice-{n}": "l2-response-speed" for n in (0, 1)} | {"stage-0": "2", "stage-1": "3"},
            "The same target stands twice.",
        ),
    ],
)
def test_what_the_form_refuses_is_said_and_nothing_typed_is_lost(
    fields: dict[str, str], said: str, world: World, owner: Client
) -> None:
    answered(world)
    answer = owner.post(url(world, "goal_new"), sent(**{"int": "55"} | fields) if "level" in fields else sent(**fields))
    text = answer.content.decode()
    assert answer.status_code == 400
    assert said in text
    for value in fields.values():
        assert f'value="{value}"' in text or value == "7"
    assert not Goal.objects.exists()


def test_the_form_begins_with_what_the_assessment_aims_at(world: World, owner: Client) -> None:
    assessment = answered(world)
    assessment.targets = {"l2-response-speed": 4}
    assessment.save()
    text = owner.get(url(world, "goal_new")).content.decode()
    assert '<option value="l2-response-speed" selected>' in text
    assert "The target stages of the assessment stand here already." in text


def test_ticked_steps_go_into_the_plan_once(world: World, owner: Client) -> None:
    answered(world)
    aim(world, ("level", 2, ""))
    steps = ["l1-accurate-facts:3", "l2-response-speed:4"]
    posted = {"chosen": "1", "step": steps}
    answer = owner.post(url(world, "goal_adopt"), posted)
    assert answer.headers["Location"] == url(world, "plan")
    items = {each.practice: each for each in PlanItem.objects.filter(origin="step")}
    assert {key: each.to_stage for key, each in items.items()} == {"l1-accurate-facts": 3, "l2-response-speed": 4}
    practice = FRAMEWORK.practices["l2-response-speed"]
    item = items["l2-response-speed"]
    assert (item.effort, item.signal, item.lane) == (practice.effort, practice.first_sign.en, "now")
    assert f"{item.title}." == practice.steps[item.from_stage].do.en
    owner.post(url(world, "goal_adopt"), posted)
    assert PlanItem.objects.count() == 2
    text = owner.get(url(world), posted).content.decode()
    assert "All 2 ticked steps are in the plan already." in text
    assert text.count("In the plan: Not started") == 2


def test_a_target_is_closed_once(world: World, owner: Client) -> None:
    answered(world)
    goal = aim(world, ("level", 2, ""))
    for _again in range(2):
        assert owner.post(url(world, "goal_close", goal.code)).status_code == 302
    assert Goal.objects.get().closed_at
    assert AuditEntry.objects.filter(act="goal-closed").count() == 1
