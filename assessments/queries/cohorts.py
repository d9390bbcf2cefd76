"""Reads of the benchmark: who takes part with which results, and what has been published."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import OuterRef, Subquery

from ..benchmark.basis import Basis
from ..benchmark.entries import Entry
from ..models import Cohort, Company, Standing, User
from .benchmark_figures import FIGURES, cohorts_of, is_comparable, key_of, value_of


def consenting() -> Iterator[list[Company]]:
    """The companies that take part, those of one workspace at a time; what is deleted does not."""
    rows = Company.objects.filter(compared_since__isnull=False, deleted_at=None, workspace__deleted_at=None)
    batch: list[Company] = []
    for each in rows.order_by("workspace", "pk").iterator():
        if batch and (batch[0].workspace_id != each.workspace_id or len(batch) == 200):
            yield batch
            batch = []
        batch.append(each)
    if batch:
        yield batch


def entries_of(company: Company, standings: Iterable[Standing]) -> Iterator[tuple[str, str, int, Entry]]:
    """A company’s results one by one: what of, in which framework and version, and the entry. None without people."""
    for each in standings:
        if not each.respondents:
            continue
        for figure in FIGURES:
            value = value_of(each, figure)
            if value is not None:
                entry = Entry(
                    company.code.hex,
                    each.assessment.code.hex,
                    value,
                    each.held_on,
                    each.respondents,
                    is_comparable(each, figure),
                )
                yield figure, each.framework, each.framework_version, entry


def by_cohort(company: Company, standings: Iterable[Standing]) -> Iterator[tuple[str, Entry]]:
    """The same by the key of every cohort that the company is in."""
    cohorts = cohorts_of(company.industry, company.size)
    for figure, frame, version, entry in entries_of(company, standings):
        for cohort in cohorts:
            yield key_of(frame, version, figure, cohort), entry


def published() -> dict[str, list[Basis]]:
    """Every basis that was ever shown, by key, the oldest first."""
    found: dict[str, list[Basis]] = defaultdict(list)
    for each in Cohort.objects.order_by("published_on", "pk").iterator():
        found[each.key].append(basis_in(each, each.key))
    return found


def latest(frame: str, version: int) -> dict[str, dict[str, Basis]]:
    """The newest basis of every cohort, by figure and cohort; one statement."""
    newest = Cohort.objects.filter(key=OuterRef("key")).order_by("-published_on").values("published_on")[:1]
    rows = Cohort.objects.filter(key__startswith=key_of(frame, version, "", "")[:-1], published_on=Subquery(newest))
    found: dict[str, dict[str, Basis]] = defaultdict(dict)
    for each in rows:
        _frame, figure, cohort = each.key.split("/", 2)
        found[figure][cohort] = basis_in(each, cohort)
    return found


def known_to(user: User) -> frozenset[str]:
    """The codes of all companies whose results a person may see anyway, in every workspace, deleted ones among them.

    They protect nobody: whoever knows them could take them out of a median.
    """
    whole = Company.objects.filter(workspace__memberships__user=user, workspace__memberships__company=None)
    single = Company.objects.filter(memberships__user=user)
    codes: Iterable[uuid.UUID] = whole.values_list("code", flat=True).union(single.values_list("code", flat=True))
    return frozenset(each.hex for each in codes)


def basis_in(row: Cohort, name: str) -> Basis:
    """A published row as the core knows it, under a name."""
    return Basis(name, tuple(_entry(each) for each in row.entries), row.published_on)


def packed(basis: Basis) -> list[list[Any]]:
    """The entries of a basis as they are kept."""
    return [
        [each.company, each.result, each.value, each.held_on.isoformat(), each.respondents] for each in basis.entries
    ]


def _entry(told: list[Any]) -> Entry:
    company, result, value, held_on, respondents = told
    return Entry(company, result, value, datetime.date.fromisoformat(held_on), respondents)
