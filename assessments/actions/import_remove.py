"""Taking out what an import has brought, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q

from ..models import Comment, ImportRun, Response
from .responses import remove_responses

PIECE = 5_000


def remove(run: ImportRun) -> Iterator[None]:
    """Remove the responses and comments of a run, then the run; pauses after each piece, and can begin anew at any."""
    last = 0
    while piece := _piece(run, last):
        last = piece[-1]
        with transaction.atomic():
            now = ImportRun.objects.select_for_update().filter(pk=run.pk, state="removing").first()
            if now is None:
                return  # another worker has done it meanwhile
            gone = remove_responses(run.company, Q(import_run=run, pk__gte=piece[0], pk__lte=last))
            now.passed += gone
            now.save(update_fields=["passed", "touched_at"])
        yield
    mine = Comment.objects.filter(workspace=run.workspace_id, company=run.company, import_run=run)
    while keys := list(mine.order_by("pk").values_list("pk", flat=True)[: PIECE // 5]):
        mine.filter(pk__in=keys).delete()
        yield
    ImportRun.objects.filter(workspace=run.workspace_id, pk=run.pk).delete()


def _piece(run: ImportRun, last: int) -> list[int]:
    rows = Response.objects.filter(workspace=run.workspace_id, company=run.company, import_run=run, pk__gt=last)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:PIECE])
