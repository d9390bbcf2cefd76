"""The portfolio in groups: what each industry or size holds, and the pages through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Q

from ..models import INDUSTRIES, SIZES, Company, Workspace
from .portfolio import PAGE, CountedPaginator, Wanted, portfolio


@dataclass(slots=True)
class CompanyGroup:
    """The companies of one industry or size: how many, how many of each level; those not counted stand in no level."""

    total: int = 0
    levels: dict[int, int] = field(default_factory=dict)

    @property
    def rated(self) -> int:
        return sum(self.levels.values())

    @property
    def median(self) -> float | None:
        """The median level; half a level where it lies between two."""
        ordered = [level for level in sorted(self.levels) for _each in range(self.levels[level])]
        if not ordered:
            return None
        middle = len(ordered) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def groups(workspace: Workspace, wanted: Wanted) -> dict[str, CompanyGroup]:
    """Each industry or size of the companies asked for, with its levels; one statement."""
    rows = portfolio(workspace, wanted).order_by().values_list(wanted.group, "last_level")
    counted = Q(counted_at__isnull=False)
    found: dict[str, CompanyGroup] = {}
    for value, level, total, sure in rows.annotate(total=Count("pk"), sure=Count("pk", filter=counted)):
        group = found.setdefault(value, CompanyGroup())
        group.total += total
        if level is not None and sure:
            group.levels[level] = sure
    return found


def grouped_page(workspace: Workspace, wanted: Wanted, found: Mapping[str, CompanyGroup], page: str) -> Page[Any]:
    """A page of the companies asked for, group after group; two statements, as without groups.

    How many each group holds says which of them the page shows, and from where to where: only these are sorted.
    """
    within = portfolio(workspace, replace(wanted, group=""))
    shown = CountedPaginator(within, sum(each.total for each in found.values())).get_page(page)
    # Each part sorts for itself within one statement: an order of all of them would have to sort all companies.
    mine = Company.objects.filter(workspace=workspace).values_list("pk", flat=True)
    parts = [
        mine.filter(pk__in=within.filter(**{wanted.group: value}).values("pk")[some])
        for value, some in _shown(wanted.group, found, (shown.number - 1) * PAGE)
    ]
    keys = list(parts[0].union(*parts[1:], all=True)) if parts else []
    shown.object_list = list(portfolio(workspace, wanted).filter(pk__in=keys))
    return shown


def _shown(by: str, found: Mapping[str, CompanyGroup], start: int) -> Iterator[tuple[str, slice]]:
    """The groups on the page that begins at `start`, and which of their companies it shows."""
    at = 0  # where the group begins, counted through all of them
    for value in (*(INDUSTRIES if by == "industry" else SIZES), ""):
        total = found[value].total if value in found else 0
        first, last = max(start - at, 0), min(start + PAGE - at, total)
        if first < last:
            yield value, slice(first, last)
        at += total
