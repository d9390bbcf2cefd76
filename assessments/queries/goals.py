"""Reads of targets: what a company aims at, and what it aimed at before."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from ..models import Company, Goal


def open_goal(company: Company) -> Goal | None:
    """What the company aims at now, with the assessment that progress is counted from; one query."""
    return _mine(company).filter(closed_at=None).first()


def goal_of(company: Company, code: uuid.UUID) -> Goal:
    """One goal of a company, open or closed; 404 where there is none."""
    return get_object_or_404(_mine(company), code=code)


def closed_goals(company: Company) -> list[Goal]:
    """What it aimed at before, the last closed first; one query."""
    return list(_mine(company).exclude(closed_at=None).order_by("-closed_at", "-pk")[:20])


def _mine(company: Company) -> QuerySet[Goal]:
    rows = Goal.objects.filter(workspace=company.workspace_id, company=company)
    return rows.select_related("assessment", "assessment__company", "created_by")
