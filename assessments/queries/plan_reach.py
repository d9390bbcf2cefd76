"""Reads of how far a plan leads each practice."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q

from ..maturity.units import TOP_STAGE
from ..models import Company, PlanItem
from .plan_steps import TAKEN


class PlannedStage(NamedTuple):
    """The last stage (1..4) that the plan leads a practice to, with the state and the lane of the item that does."""

    stage: int
    state: str
    lane: str


def planned_in(company: Company, assessment_id: int | None) -> dict[str, PlannedStage]:
    """How far the plan of a company leads each practice whose step is in it (as `steps_taken` has it); one query.

    A gap that the company lives with is settled, whatever stage is asked for.
    """
    rows = PlanItem.objects.filter(workspace=company.workspace_id, company=company, origin="step")
    rows = rows.filter(Q(state__in=TAKEN) | Q(state="done", assessment=assessment_id))
    found: dict[str, PlannedStage] = {}
    for practice, stage, state, lane in rows.order_by("pk").values_list("practice", "to_stage", "state", "lane"):
        here = PlannedStage(stage if stage and state != "accepted" else TOP_STAGE, state, lane)
        found[practice] = max(found.get(practice, here), here, key=lambda each: each.stage)
    return found


def leads_to(first: PlanItem, then: PlanItem) -> bool:
    """Whether `first` leads the practice of `then` to the stage at which that begins."""
    if not first.practice or first.practice != then.practice or first.pk == then.pk:
        return False
    return bool(first.to_stage and then.from_stage and first.to_stage <= then.from_stage)
