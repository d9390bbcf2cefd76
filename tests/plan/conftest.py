"""A plan to work on, and an assessment with steps to adopt."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from assessments.actions.plan import add_plan_item
from assessments.content.loader import framework
from assessments.models import Answer, Assessment, PlanItem
from tests.personas import World

AddItem = Callable[..., PlanItem]
NOON = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
# Every practice at stage 1 but these: comments acted on waits for the metric system.
ABSENT = {"l3-metric-system": 0, "l3-close-the-loop": 0}


@pytest.fixture
def add_item(world: World) -> AddItem:
    """Adds an item to the plan of the world’s company."""

    def added(title: str = "Answer within an hour", **more: Any) -> PlanItem:
        return add_plan_item(user=world.owner, company=world.company, title=title, **more)

    return added


@pytest.fixture
def reported(world: World) -> Assessment:
    """The world’s assessment in review, everything answered at stage 1 but for what is absent."""
    Answer.objects.bulk_create(
        Answer(
            workspace=world.workspace,
            respondent=world.respondent,
            practice=practice,
            stage=ABSENT.get(practice, 1),
            chosen_at=NOON,
            saved_at=NOON,
        )
        for practice in framework().practices
    )
    world.assessment.state = "review"
    world.assessment.save()
    return world.assessment
