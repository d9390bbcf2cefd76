"""The results that companies let others be compared with, and the days between which one counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..calendar_months import months_before
from .rules import OLDEST, YOUNGEST


@dataclass(frozen=True, slots=True)
class Entry:
    """One score of one company, 0..100, from an assessment held on a day with so many respondents.

    `company` and `result` are codes; `result` says which assessment, so that a new round is a new entry. `comparable`
    is False for what the method excludes: changed weights, or a practice said not to apply in the dimension compared.
    Raises ValueError for anything that is no score, and without respondents.
    """

    company: str
    result: str
    value: float
    held_on: date
    respondents: int
    comparable: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 100:
            raise ValueError(f"a score is 0 to 100, not {self.value}; prices, costs and plans are never compared")
        if self.respondents < 1:
            raise ValueError(f"a result of {self.respondents} respondents is none")


def eligible(entries: Iterable[Entry], today: date) -> tuple[Entry, ...]:
    """Of each company the last comparable result that is at least 3 and at most 24 months old, in order of company.

    The caller passes only companies that have agreed to take part, and one framework and version at a time.
    """
    youngest, oldest = months_before(today, YOUNGEST), months_before(today, OLDEST)
    last: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda each: (each.company, each.held_on, each.result)):
        if entry.comparable and oldest <= entry.held_on <= youngest:
            last[entry.company] = entry
    return tuple(last.values())


def history(entries: Iterable[Entry], company: str) -> tuple[Entry, ...]:
    """A company’s own results, the oldest first: what it is compared with before any other company is."""
    own = (each for each in entries if each.company == company)
    return tuple(sorted(own, key=lambda each: (each.held_on, each.result)))
