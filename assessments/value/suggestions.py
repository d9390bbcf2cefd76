"""What a company’s own figures suggest for the ledger: proposals, each with what it was made of; nothing is assumed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Literal, NamedTuple

from ..voice.intervals import wilson
from ..voice.metrics import Nps
from .formulas import retention_rate
from .parameters import SEGMENT_CUSTOMERS

YEAR, LEAST_MONTHS, LEAST_ANSWERS = 12, 3, 10
SEGMENTS = ("promoters", "passives", "detractors")


class MonthOfCustomers(NamedTuple):
    """Customers at the start of a calendar month, at its end, and of those the ones won in it."""

    start: int
    end: int
    new: int


class Suggestion(NamedTuple):
    """A row that the figures suggest; `seen` says of how many months, or of how many answers it was made."""

    key: str
    low: float
    base: float
    high: float
    basis: Literal["year", "months", "month", "answers"]
    seen: int


def suggested(months: Sequence[MonthOfCustomers], loyalty: Nps | None) -> tuple[Suggestion, ...]:
    """What can be suggested from the months of the last twelve, the newest first, and from an NPS.

    Customers are those at the end of the newest month. Retention of a year is the product of twelve months; of three to
    eleven it is their mean taken to the year, between the worst and the best month taken to the year: fewer suggest
    nothing. Segments are shares of the customers with their intervals, from ten answers on.
    """
    found = [*_customers(months), *_retention(months)]
    if months and loyalty and loyalty.n >= LEAST_ANSWERS:
        found += _segments(months[0].end, loyalty)
    return tuple(found)


def readable(found: Suggestion) -> Suggestion:
    """The same with shares to a tenth of a percent, as people write them; one that is nearly all is not called all."""
    if found.key != "retention":
        return found
    low, base, high = (round(each, 3) if each < 0.9995 else each for each in (found.low, found.base, found.high))
    return found._replace(low=low, base=base, high=high)


def _customers(months: Sequence[MonthOfCustomers]) -> Iterable[Suggestion]:
    if months:
        now = float(months[0].end)
        yield Suggestion("customers", now, now, now, "month", 1)


def _retention(months: Sequence[MonthOfCustomers]) -> Iterable[Suggestion]:
    kept = [retention_rate(*each).retention / 100 for each in months if each.start]
    if len(kept) == YEAR:
        year = prod(kept)
        yield Suggestion("retention", year, year, year, "year", YEAR)
    elif len(kept) >= LEAST_MONTHS:
        mean = prod(kept) ** (YEAR / len(kept))
        yield Suggestion("retention", min(kept) ** YEAR, mean, max(kept) ** YEAR, "months", len(kept))


def _segments(customers: int, loyalty: Nps) -> Iterable[Suggestion]:
    for name, hits in zip(SEGMENTS, (loyalty.promoters, loyalty.passives, loyalty.detractors), strict=True):
        low, high = wilson(hits, loyalty.n)
        least, likely, most = (round(customers * part) for part in (low, hits / loyalty.n, high))
        yield Suggestion(f"{SEGMENT_CUSTOMERS}:{name}", least, likely, most, "answers", loyalty.n)
