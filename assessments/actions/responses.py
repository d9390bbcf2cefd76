"""Storing and removing customers' responses, and keeping the daily counts right with them."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.utils import timezone

from ..models import Company, DailyCount, ImportRun, Response, Survey, Wave

SAME = ("touchpoint", "segment", "answered_on", "measure", "variant", "scale_min", "scale_max", "score")
ADD = """
INSERT INTO assessments_dailycount AS old
    (workspace_id, company_id, cut, about, day, measure, variant, scale_min, scale_max, score, count)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (workspace_id, company_id, cut, about, day, measure, variant, scale_min, scale_max, score)
DO UPDATE SET count = old.count + excluded.count
"""
Cell = tuple[str, str, date, str, str, int, int, int]


@dataclass(frozen=True, slots=True)
class NewResponse:
    """One score on its way in; the fields are those of the table (models/response.py)."""

    measure: str
    variant: str
    score: int
    scale_min: int
    scale_max: int
    answered_on: date
    external_id: str
    submission: uuid.UUID
    touchpoint: str = ""
    segment: str = ""
    customer: str = ""


def store_responses(
    company: Company,
    source: str,
    responses: Sequence[NewResponse],
    *,
    import_run: ImportRun | None = None,
    survey: Survey | None = None,
    wave: Wave | None = None,
) -> list[NewResponse]:
    """Store those that this source has not brought before, within the caller's transaction; tells which they were.

    A few thousand at a time: the company is locked meanwhile, so that two imports of one file count it once.
    """
    Company.objects.select_for_update().get(pk=company.pk)
    mine = Q(workspace=company.workspace_id, company=company, source=source)
    found = Response.objects.filter(mine, external_id__in={each.external_id for each in responses})
    known = set(found.values_list("external_id", "measure"))
    new = []
    for each in responses:
        if (each.external_id, each.measure) not in known:
            known.add((each.external_id, each.measure))
            new.append(each)
    Response.objects.bulk_create(
        Response(
            workspace_id=company.workspace_id, company=company, source=source, import_run=import_run, survey=survey,
            wave=wave, **{name: getattr(each, name) for name in NewResponse.__slots__},
        )
        for each in new
    )  # fmt: skip
    key = wave.pk if wave else None
    _add(company, Counter(cell for each in new for cell in _cells(each, key, bool(each.customer))))
    return new


def remove_responses(company: Company, which: Q) -> int:
    """Remove the responses of a company that `which` selects, within the caller's transaction; tells how many."""
    Company.objects.select_for_update().get(pk=company.pk)
    rows = Response.objects.filter(which, workspace=company.workspace_id, company=company)
    cells: Counter[Cell] = Counter()
    named = ExpressionWrapper(~Q(customer=""), output_field=BooleanField())
    groups = rows.annotate(named=named).values("wave", "named", *SAME).order_by().annotate(those=Count("pk"))
    for group in groups:
        those, wave, is_named = (group.pop(name) for name in ("those", "wave", "named"))
        cells.update(dict.fromkeys(_cells(SimpleNamespace(**group), wave, is_named), -those))
    _add(company, cells)
    DailyCount.objects.filter(workspace=company.workspace_id, company=company, count=0).delete()
    return rows.delete()[0]


def _cells(each: Any, wave: int | None, named: bool) -> Iterable[Cell]:
    """The cells in which a response is counted: of all, of its touchpoint, its segment, and the wave it came in.

    `named`: we know who gave it, so in a wave it is one of those who were asked.
    """
    rest = (each.answered_on, each.measure, each.variant, each.scale_min, each.scale_max, each.score)
    yield "all", "", *rest
    if each.touchpoint:
        yield "touchpoint", each.touchpoint, *rest
    if each.segment:
        yield "segment", each.segment, *rest
    if wave:
        yield "wave", str(wave), *rest
        if named:
            yield "invited", str(wave), *rest


def _add(company: Company, cells: Counter[Cell]) -> None:
    """Add to the counts, always in the same order, so that two who add never wait for each other in a circle."""
    if cells:
        Company.objects.filter(workspace=company.workspace_id, pk=company.pk).update(customers_at=timezone.now())
    mine = (company.workspace_id, company.pk)
    with connection.cursor() as cursor:
        cursor.executemany(ADD, [(*mine, *cell, number) for cell, number in sorted(cells.items())])
