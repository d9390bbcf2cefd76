"""Setting what a company aims at, and closing it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..models import Assessment, Company, Goal, User
from .audit import record


@transaction.atomic
def set_goal(
    *,
    user: User,
    company: Company,
    assessment: Assessment,
    targets: Sequence[dict[str, Any]],
    by: datetime.date | None = None,
) -> Goal:
    """Aim at `targets` (planning/stored.py) from now on, counted from `assessment`; the goal before is closed."""
    held = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    rows = Goal.objects.filter(workspace=held.workspace_id, company=held, closed_at=None)
    rows.update(closed_at=timezone.now())
    goal = Goal.objects.create(
        workspace_id=held.workspace_id,
        company=held,
        assessment=assessment,
        targets=list(targets),
        by=by,
        created_by=user,
    )
    _note("goal-set", goal, user)
    return goal


@transaction.atomic
def close_goal(*, user: User, goal: Goal) -> None:
    """Aim at it no longer; nothing happens where it is closed already."""
    rows = Goal.objects.filter(workspace=goal.workspace_id, pk=goal.pk, closed_at=None)
    if rows.update(closed_at=timezone.now()):
        _note("goal-closed", goal, user)


def _note(act: str, goal: Goal, user: User) -> None:
    aimed = {each["about"] or each["kind"]: each["value"] for each in goal.targets}
    detail = {"targets": aimed} | ({"by": goal.by.isoformat()} if goal.by else {})
    record(act, goal.company, actor=user, detail=detail)
