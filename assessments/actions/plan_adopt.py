"""Taking up what a report proposes, or saying that the company lives with a gap instead."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from ..models import Assessment, Company, PlanItem, User
from ..planning.proposals import Proposal
from ..queries.plan_reach import planned_in
from ..queries.plan_steps import steps_taken
from .plan import add_plan_item, held, note_act


@transaction.atomic
def adopt_steps(*, user: User, assessment: Assessment, steps: Sequence[tuple[Proposal, str]]) -> list[PlanItem]:
    """Put steps into the plan, each into its lane; those that are there already stay as they are. What is new."""
    company = _held(assessment)
    taken = steps_taken(assessment.workspace_id, company.code, assessment.pk)
    new = []
    for step, lane in steps:
        if step.practice not in taken:
            taken[step.practice] = "open"
            new.append(_add(user, company, assessment, step, lane=lane))
    return new


@transaction.atomic
def adopt_further(*, user: User, assessment: Assessment, steps: Sequence[tuple[Proposal, str]]) -> list[PlanItem]:
    """The same, and a step that leads on from the stage at which the plan ends becomes an item of its own."""
    company = _held(assessment)
    planned = planned_in(company, assessment.pk)
    fresh = [
        (step, lane)
        for step, lane in steps
        if step.practice not in planned or planned[step.practice].stage <= step.from_stage
    ]
    return [_add(user, company, assessment, step, lane=lane) for step, lane in fresh]


@transaction.atomic
def accept_gap(
    *, user: User, assessment: Assessment, step: Proposal, reason: str, review_on: datetime.date
) -> PlanItem | None:
    """Keep in the plan that the company lives with a gap, why, and when it looks again; None where it is there."""
    company = _held(assessment)
    if step.practice in steps_taken(assessment.workspace_id, company.code, assessment.pk):
        return None
    more: dict[str, Any] = {"state": "accepted", "note": reason, "review_on": review_on}
    return _add(user, company, assessment, step, lane=step.lane, **more)


@transaction.atomic
def accept_item(*, user: User, item: PlanItem, reason: str, review_on: datetime.date, seen: str = "") -> None:
    """Say of an item of the plan that the company lives with the gap; what was noted before stays below the reason.

    Raises NewerItem where it is not as it was `seen`.
    """
    row = held(item, seen)
    before, row.state = row.state, "accepted"
    if row.note != reason:
        row.note = "\n\n".join(filter(None, (reason, row.note)))
    row.review_on, row.done_on = review_on, None
    row.save(update_fields=["state", "note", "review_on", "done_on", "updated_at"])
    note_act("plan-item-moved", row, user, before=before, after="accepted", reason=reason)


def _held(assessment: Assessment) -> Company:
    """The company, held until the transaction ends: two who adopt a step at once adopt it once."""
    return Company.objects.select_for_update().get(workspace=assessment.workspace_id, pk=assessment.company_id)


def _add(user: User, company: Company, assessment: Assessment, step: Proposal, **more: Any) -> PlanItem:
    return add_plan_item(
        user=user,
        company=company,
        title=step.title[:300],
        practice=step.practice,
        origin="step",
        about=f"{assessment.code.hex}:{step.practice}",
        assessment=assessment,
        from_stage=step.from_stage,
        to_stage=step.to_stage,
        effort=step.effort,
        impact=step.impact,
        signal=step.signal,
        **more,
    )
