"""Counting companies in the background: those that something has happened to, or all of them."""

from __future__ import annotations

from datetime import timedelta
from time import monotonic

from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models import OPEN_STATES, Company
from ..queries.standings import places_of
from .standings import note_columns, renew_place

BATCH = 50
# Answers mark nothing, since saving one must cost no more than it does: open rounds are looked at once an hour.
ANSWERS_AFTER = timedelta(hours=1)
FOR_EVER = float("inf")


def count_due(*, workspace: int | None = None, seconds: float = FOR_EVER, everything: bool = False) -> int:
    """Count the companies that are due, of a workspace or of all, for so long; how many were looked at.

    `everything` looks at each company, whatever is noted about it: where nothing has changed, nothing is computed.
    """
    began, until = timezone.now(), monotonic() + seconds
    rows = Company.objects.filter(deleted_at=None, workspace__deleted_at=None)
    if workspace is not None:
        rows = rows.filter(workspace=workspace)
    if not everything:
        rows = rows.filter(Q(counted_at=None) | Q(last_state__in=OPEN_STATES, counted_at__lt=began - ANSWERS_AFTER))
    done, last = 0, (0, 0)
    while monotonic() < until:
        batch = _after(rows, last)
        if not batch:
            break
        places = places_of(batch)
        for each in places:
            if not each.is_fresh:
                renew_place(each)
        note_columns(places_of(batch), checked=True)
        done, last = done + len(batch), (batch[-1].workspace_id, batch[-1].pk)
    return done


def _after(rows: QuerySet[Company], last: tuple[int, int]) -> list[Company]:
    """The next companies, all of one workspace."""
    within, key = last
    behind = rows.filter(Q(workspace=within, pk__gt=key) | Q(workspace__gt=within))
    found = list(behind.order_by("workspace", "pk")[:BATCH])
    return [each for each in found if each.workspace_id == found[0].workspace_id]
