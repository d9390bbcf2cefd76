"""What one company is shown of one cohort: always with n, and never more than the number allows (method 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..maturity.lines import above, below
from .basis import Basis
from .entries import Entry
from .percentiles import Quartiles, percentile_of, quartiles
from .rules import MOST_WEIGHT, Display, display, missing_to_show, rounded

Hidden = Literal["too-few", "remainder", "dominated"]
Place = Literal["below", "about", "above", "lowest-quarter", "middle-half", "highest-quarter"]


@dataclass(frozen=True, slots=True)
class View:
    """A cohort of `n` other companies as shown: `median` from 5 of them, `quartiles` from 10, `percentile` from 20.

    Values are points of 100, rounded. `place` is read off the rounded values alone, so that it tells nothing more.
    `hidden` says why nothing is shown, `missing` how many companies are needed still.
    """

    cohort: str
    n: int
    published_on: date
    display: Display
    hidden: Hidden | None = None
    missing: int = 0
    median: float | None = None
    quartiles: Quartiles | None = None
    percentile: float | None = None
    place: Place | None = None


def view(basis: Basis, known: frozenset[str], own: float | None, protected: bool = True) -> View:
    """The view of a cohort without the companies that whoever looks knows, beside `own` score (None: not comparable).

    `protected` is False where it may not stand beside the other cohorts shown (`cells`).
    """
    others = [each for each in basis.entries if each.company not in known]
    n = len(others)
    if why := _why_hidden(others, protected):
        return View(basis.cohort, n, basis.published_on, "hidden", why, missing_to_show(n))
    kind, values = display(n), [each.value for each in others]
    shown = Quartiles(*(rounded(each, n) for each in quartiles(values)))
    band = None if kind == "median" else shown
    return View(
        basis.cohort,
        n,
        basis.published_on,
        kind,
        median=shown.median,
        quartiles=band,
        percentile=rounded(percentile_of(own, values), n) if kind == "percentile" and own is not None else None,
        place=None if own is None else _place(own, n, shown.median, band),
    )


def _why_hidden(others: Sequence[Entry], protected: bool) -> Hidden | None:
    if missing_to_show(len(others)):
        return "too-few"
    if not protected:
        return "remainder"
    weights = [each.respondents for each in others]
    return "dominated" if above(max(weights), MOST_WEIGHT * sum(weights)) else None


def _place(own: float, n: int, median: float, band: Quartiles | None) -> Place:
    value = rounded(own, n)
    if band is None:
        return "below" if below(value, median) else "above" if above(value, median) else "about"
    if below(value, band.lower):
        return "lowest-quarter"
    return "highest-quarter" if above(value, band.upper) else "middle-half"
