"""What is due each day: assessments close, retention is kept, what was deleted long ago goes for good."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..calendar_months import months_before
from ..models import Assessment, Company, Workspace
from ..queries.deletion import KEPT
from .audit import record
from .customer_rights import forget_addresses
from .imports import purge_imports
from .leftovers import clear_leftovers
from .life import close_due_assessments
from .rights import erase_after_retention, written


@dataclass(frozen=True, slots=True)
class Purged:
    """What a day’s clearing up has done: how many of each."""

    workspaces: int
    companies: int
    erased: int
    closed: int


def purge_due() -> Purged:
    """What is due today: assessments close, retention is kept, what was deleted 30 days ago goes for good.

    Run it once a day or more often: doing it twice does nothing more. Each thing has its own transaction.
    """
    closed, erased = close_due_assessments(), sum(erase_after_retention(assessment=each) for each in _outlived())
    _forget_customers()
    purge_imports()
    clear_leftovers()
    long_ago = timezone.now() - KEPT
    workspaces = [_purge_workspace(key, long_ago) for key in _keys(Workspace, long_ago)]
    companies = [_purge_company(key, long_ago) for key in _keys(Company, long_ago)]
    return Purged(sum(workspaces), sum(companies), erased, closed)


def _keys(model: type[Workspace] | type[Company], long_ago: datetime.datetime) -> list[int]:
    return list(model._default_manager.filter(deleted_at__lt=long_ago).values_list("pk", flat=True))


@transaction.atomic
def _purge_workspace(key: int, long_ago: datetime.datetime) -> bool:
    """Remove the rows for good; not where it was brought back a moment ago."""
    row = Workspace.objects.select_for_update().filter(pk=key, deleted_at__lt=long_ago).first()
    if row:
        row.delete()
    return row is not None


@transaction.atomic
def _purge_company(key: int, long_ago: datetime.datetime) -> bool:
    row = Company.objects.select_for_update().filter(pk=key, deleted_at__lt=long_ago).first()
    if row:
        record("company-purged", row, actor=None)
        row.delete()
    return row is not None


def _forget_customers() -> None:
    """Drop the addresses of customers who were asked longer ago than their workspace keeps people."""
    today = timezone.now()
    for workspace in Workspace.objects.exclude(retention_months=None):
        forget_addresses(workspace=workspace, before=months_before(today, workspace.retention_months or 0))


def _outlived() -> Iterator[Assessment]:
    """Final assessments with something to erase, whose last change is longer ago than their workspace keeps people."""
    today = timezone.now()
    for workspace in Workspace.objects.exclude(retention_months=None):
        before = months_before(today, workspace.retention_months or 0)
        rows = Assessment.objects.filter(workspace=workspace, state="final", updated_at__lt=before)
        known = Q(respondents__erased_at=None, respondents__isnull=False)
        yield from rows.filter(known | Q(respondents__answers__in=written())).distinct()
