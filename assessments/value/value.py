"""What better experience may be worth: figures from an assumption ledger, only ever as ranges (method 4.6).

Association is not cause: each figure that claims an effect is multiplied by an attribution share of its own, and is not
shown without one. There is no total, on purpose: the revenue at risk is of the same customers as the retention uplift,
one is of a year and the other of all years to come, so that adding them up would count money twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from . import risk
from .figures import PLAIN, FigureId, Plain, Unit, boundless
from .ledger import Ledger
from .range import Range, Swing, range_of, tornado

Why = Literal["missing", "boundless", "counted-twice", "nobody-at-risk", "no-range"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in its unit, low to high, and its tornado: one swing for each row it is made of, the widest first.

    `segments` are those counted in it, where it counts any.
    """

    id: FigureId
    unit: Unit
    range: Range
    tornado: tuple[Swing, ...]
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A figure that is not shown, why, and the rows it is about."""

    id: FigureId
    why: Why
    about: tuple[str, ...]


def valued(rows: Ledger) -> tuple[Figure | Withheld, ...]:
    """Every figure in order, or why it is not shown. None is without its rows, none is a single number."""
    found = [_plain(figure, plain, rows) for figure, plain in PLAIN.items()]
    return (*found[:-1], _risk(rows), found[-1])


def _plain(figure: FigureId, plain: Plain, rows: Ledger) -> Figure | Withheld:
    if missing := tuple(key for key in plain.keys if key not in rows):
        return Withheld(figure, "missing", missing)
    if wrong := boundless(plain.keys, rows):
        return Withheld(figure, "boundless", wrong)
    found = range_of(plain.formula, rows, plain.keys)
    return _shown(Figure(figure, plain.unit, found, tornado(plain.formula, rows, plain.keys)), plain.keys)


def _risk(rows: Ledger) -> Figure | Withheld:
    if missing := risk.missing(rows):
        return Withheld("revenue-at-risk", "missing", missing)
    if risk.counted_twice(rows):
        return Withheld("revenue-at-risk", "counted-twice", ("customers",))
    names = risk.at_risk(rows)
    if not names:
        return Withheld("revenue-at-risk", "nobody-at-risk", ("retention",))
    found, keys = risk.range_of_risk(rows, names), risk.keys(names)
    swings = tornado(risk.formula(names), rows, keys)
    return _shown(Figure("revenue-at-risk", "money-per-year", found, swings, names), keys)


def _shown(figure: Figure, keys: tuple[str, ...]) -> Figure | Withheld:
    return Withheld(figure.id, "no-range", keys) if figure.range.low == figure.range.high else figure
