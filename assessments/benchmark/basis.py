"""What a cohort was when it was published. It stays so until three companies in it have changed (method 7).

Everyone is shown the same basis, whenever they look: were one of two views taken a day later, what one company did in
between could be read off their difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .entries import Entry, eligible
from .rules import LEAST, LEAST_CHANGES


@dataclass(frozen=True, slots=True)
class Basis:
    """The entries of one cohort, one for each company, as they were published on a day."""

    cohort: str
    entries: tuple[Entry, ...]
    published_on: date

    @property
    def companies(self) -> frozenset[str]:
        """The codes of the companies in it."""
        return frozenset(each.company for each in self.entries)


def changes(before: Iterable[Entry], now: Iterable[Entry]) -> int:
    """How many companies have come, have gone, or have another result."""
    was, is_now = ({each.company: (each.result, each.value) for each in entries} for entries in (before, now))
    return sum(was.get(company) != is_now.get(company) for company in was.keys() | is_now.keys())


def renewed(shown: Sequence[Basis], cohort: str, entries: Iterable[Entry], today: date) -> Basis:
    """The basis from `today` on: the last one shown, unless three companies differ from each that was ever shown.

    `shown` are all bases of the cohort that were, in order; a later one must not come back near an earlier one either.
    `entries` are all results of the cohort’s companies; which of them count is decided here. Renew all cohorts of an
    installation on the same day, and keep each basis for good.
    """
    now = eligible(entries, today)
    seen = [each for each in shown if len(each.entries) >= LEAST]
    if any(changes(each.entries, now) < LEAST_CHANGES for each in seen):
        return seen[-1]
    return Basis(cohort, now, today)
