"""Reads of the portfolio: the companies of a workspace, filtered, sorted and counted by what is kept beside them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.utils import timezone

from ..models import INDUSTRIES, SIZES, STATES, Company, Workspace

PAGE = 50
SORTS: dict[str, Any] = {
    "latest": F("last_on").desc(nulls_last=True),
    "name": F("name").asc(),
    "level": F("last_level").desc(nulls_last=True),
    "trust": F("last_trust").desc(nulls_last=True),
    "change": F("last_change").desc(nulls_last=True),
    "next": F("next_on").asc(nulls_last=True),
}
GROUPS = ("industry", "size")
NONE = "none"  # in a filter: the companies that have no such value
# What can be asked of each filter; the words are those of the address.
FILTERS: Mapping[str, tuple[str, ...]] = {
    "state": (NONE, *STATES, "attention"),
    "industry": (*INDUSTRIES, NONE),
    "size": (*SIZES, NONE),
    "level": (*map(str, range(7)), NONE),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks of the portfolio; "" for what they leave open."""

    search: str = ""
    state: str = ""
    industry: str = ""
    size: str = ""
    level: str = ""
    sort: str = "latest"
    group: str = ""

    @property
    def is_filtered(self) -> bool:
        return any((self.search, self.state, self.industry, self.size, self.level))


@dataclass(frozen=True, slots=True)
class CompanyTally:
    """How many companies there are, by state of the latest round (`none`: not assessed), and what needs a look."""

    total: int
    states: Mapping[str, int]
    attention: int
    dropped: int
    late: int
    uncounted: int


class CountedPaginator(Paginator[Any]):
    """A paginator that has been told how many there are."""

    def __init__(self, rows: QuerySet[Company], total: int) -> None:
        super().__init__(rows, PAGE)
        self.count = total


def attention(today: datetime.date) -> Q:
    """What needs a look: a result that waits for its review, a date that is over, anything that has visibly dropped."""
    return Q(last_state="review") | Q(next_on__lt=today) | Q(dropped=True)


def tally(workspace: Workspace, wanted: Wanted) -> CompanyTally:
    """Counts of what matches all but the state; two statements, answered by an index where nothing is asked for."""
    today = timezone.localdate()
    rows = _matching(workspace, wanted).order_by().values("last_state")
    counts = {
        each["last_state"] or NONE: each
        for each in rows.annotate(
            all=Count("pk"),
            attention=Count("pk", filter=attention(today)),
            dropped=Count("pk", filter=Q(dropped=True)),
            late=Count("pk", filter=Q(next_on__lt=today)),
        )
    }
    sums = {name: sum(each[name] for each in counts.values()) for name in ("all", "attention", "dropped", "late")}
    return CompanyTally(
        sums["all"],
        {state: counts[state]["all"] for state in (NONE, *STATES) if state in counts},
        sums["attention"],
        sums["dropped"],
        sums["late"],
        _matching(workspace, wanted).filter(counted_at=None).count(),
    )


def portfolio_page(workspace: Workspace, wanted: Wanted, counts: CompanyTally, page: str) -> Page[Any]:
    """A page of the companies asked for; two statements: which they are, read off an index, and their rows."""
    total = counts.attention if wanted.state == "attention" else counts.states.get(wanted.state, 0)
    rows = portfolio(workspace, wanted)
    found = CountedPaginator(rows.values_list("pk", flat=True), total if wanted.state else counts.total).get_page(page)
    keys = list(found.object_list)
    by_key = Company.objects.filter(workspace=workspace).in_bulk(keys)
    found.object_list = [by_key[key] for key in keys if key in by_key]
    return found


def portfolio(workspace: Workspace, wanted: Wanted) -> QuerySet[Company]:
    """The companies asked for, in the order asked for."""
    rows = _matching(workspace, wanted)
    if wanted.state == "attention":
        rows = rows.filter(attention(timezone.localdate()))
    elif wanted.state:
        rows = rows.filter(last_state="" if wanted.state == NONE else wanted.state)
    first = [_in_order(wanted.group)] if wanted.group else []
    return rows.order_by(*first, SORTS[wanted.sort], *([] if wanted.sort == "name" else ["name"]), "pk")


def in_batches(workspace: Workspace, wanted: Wanted, size: int) -> Iterator[list[Company]]:
    """All companies asked for, some at a time: as they were when the first was read."""
    keys = list(portfolio(workspace, wanted).values_list("pk", flat=True))
    for at in range(0, len(keys), size):
        found = Company.objects.filter(workspace=workspace, deleted_at=None).in_bulk(keys[at : at + size])
        yield [found[key] for key in keys[at : at + size] if key in found]


def _in_order(group: str) -> Case:
    """Industries and sizes as they are listed everywhere; those that are not said last."""
    words = INDUSTRIES if group == "industry" else SIZES
    return Case(*(When(**{group: each}, then=Value(at)) for at, each in enumerate(words)), default=Value(len(words)))


def _matching(workspace: Workspace, wanted: Wanted) -> QuerySet[Company]:
    rows = Company.objects.filter(workspace=workspace, deleted_at=None)
    if wanted.search:
        rows = rows.filter(name__icontains=wanted.search)
    for name in ("industry", "size"):
        value = getattr(wanted, name)
        if value:
            rows = rows.filter(**{name: "" if value == NONE else value})
    if wanted.level:
        rows = rows.filter(last_level=None if wanted.level == NONE else int(wanted.level))
    return rows
