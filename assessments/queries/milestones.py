"""Reads of milestones: the list of an assessment, and one of them with its content."""

from __future__ import annotations

import uuid

from django.shortcuts import get_object_or_404

from ..models import Assessment, Milestone


def milestones_of(assessment: Assessment) -> list[Milestone]:
    """The milestones of an assessment, the last one first, each with who kept it; one query."""
    rows = Milestone.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    return list(rows.defer("content").select_related("created_by").order_by("-number"))


def milestone_of(assessment: Assessment, code: uuid.UUID) -> Milestone:
    """A milestone of this assessment, content and all; 404 where it has none of this code."""
    rows = Milestone.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    return get_object_or_404(rows.select_related("created_by"), code=code)


def any_milestone(code: uuid.UUID) -> Milestone | None:
    """The milestone of a code wherever it is, for the operator of the installation; None where there is none."""
    return Milestone.objects.select_related("assessment").filter(code=code).first()
