"""Reads of the reference figures of a workspace: numbers from elsewhere, each with its source."""

from __future__ import annotations

import uuid

from django.shortcuts import get_object_or_404

from ..models import ReferenceFigure, Workspace

MOST = 500


def references_of(workspace_id: int, industry: str = "") -> list[ReferenceFigure]:
    """All of them; with an `industry` those of it and those of none. Ordered by what they are about, newest first."""
    rows = ReferenceFigure.objects.filter(workspace=workspace_id)
    if industry:
        rows = rows.filter(industry__in=("", industry))
    return list(rows.order_by("about", "-noted_on", "name", "pk")[:MOST])


def reference_of(workspace: Workspace, code: uuid.UUID) -> ReferenceFigure:
    """One of them; 404 where there is none."""
    return get_object_or_404(workspace.reference_figures, code=code)
