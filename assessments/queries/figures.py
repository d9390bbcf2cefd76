"""Reads of key figures: what companies counted, month by month."""

from __future__ import annotations

import datetime

from django.db.models import QuerySet

from ..models import Company, Figure
from ..voice.windows import first_of, months_until


def figures_of(company: Company, until: datetime.date, *, kind: str = "") -> list[Figure]:
    """The figures of the twelve months up to that of `until`, newest first; one query."""
    first = first_of(months_until(until)[0])
    rows = _mine(company).filter(month__range=(first, until))
    rows = rows.filter(kind=kind) if kind else rows
    return list(rows.select_related("entered_by").order_by("kind", "touchpoint", "-month"))


def latest_figures(company: Company, until: datetime.date) -> list[Figure]:
    """The newest figure of each kind and touchpoint within twelve months; one query."""
    found: dict[tuple[str, str], Figure] = {}
    for each in figures_of(company, until):
        found.setdefault((each.kind, each.touchpoint), each)
    return [*found.values()]


def figure_in(company: Company, kind: str, month: datetime.date, touchpoint: str) -> Figure | None:
    """The figure of a kind in a month, of all (touchpoint "") or of one touchpoint."""
    return _mine(company).filter(kind=kind, month=month, touchpoint=touchpoint).first()


def _mine(company: Company) -> QuerySet[Figure]:
    return Figure.objects.filter(workspace=company.workspace_id, company=company)
