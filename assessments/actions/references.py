"""Entering reference figures, one by one or from a file, and removing them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from ..files.references import Figure
from ..models import ReferenceFigure, User, Workspace
from ..queries.references import MOST
from .audit import record


class TooManyReferences(Exception):
    """The workspace keeps as many reference figures as it may."""


@transaction.atomic
def add_references(*, user: User, workspace: Workspace, figures: Sequence[Figure]) -> int:
    """Keep these figures; how many are new. One that is there with the same words and numbers is not kept twice."""
    rows = ReferenceFigure.objects.filter(workspace=workspace)
    there = set(rows.values_list("about", "value", "name", "source", "industry", "noted_on", "n"))
    new = [each for each in dict.fromkeys(figures) if tuple(each) not in there]
    if len(there) + len(new) > MOST:
        raise TooManyReferences
    ReferenceFigure.objects.bulk_create(
        ReferenceFigure(workspace=workspace, created_by=user, **each._asdict()) for each in new
    )
    if new:
        detail = {"count": len(new), "sources": sorted({each.source for each in new})[:5]}
        record("references-added", workspace, actor=user, detail=detail)
    return len(new)


@transaction.atomic
def remove_reference(*, user: User, reference: ReferenceFigure) -> None:
    """Remove one figure; nothing happens where somebody else has a moment before."""
    gone, _kinds = ReferenceFigure.objects.filter(workspace=reference.workspace_id, pk=reference.pk).delete()
    if gone:
        detail = {"name": reference.name, "source": reference.source}
        record("reference-removed", reference.workspace, actor=user, detail=detail)
