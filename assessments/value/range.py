"""From a formula and its assumptions to a range, and which assumption sways it most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from .ledger import Ledger

Values = Mapping[str, float]
Formula = Callable[[Values], float]


class Range(NamedTuple):
    """From the least favourable of all assumptions to the most favourable; `base` lies between."""

    low: float
    base: float
    high: float


class Swing(NamedTuple):
    """What a figure is with one assumption at its low or its high, and every other at its base."""

    key: str
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far this one assumption sways the figure, in the figure's unit."""
        return abs(self.at_high - self.at_low)


def base_values(rows: Ledger, keys: Iterable[str]) -> dict[str, float]:
    """The base of each key."""
    return {key: rows[key].base for key in keys}


def corners(rows: Ledger, keys: Sequence[str]) -> Iterable[Values]:
    """Every way to take each key at its low or its high."""
    ends = [sorted({rows[key].low, rows[key].high}) for key in keys]
    return (dict(zip(keys, each, strict=True)) for each in product(*ends))


def range_of(formula: Formula, rows: Ledger, keys: Sequence[str]) -> Range:
    """The range over all corners, which is exact for a formula that only rises or only falls with each single key."""
    found = [formula(each) for each in corners(rows, keys)]
    return Range(min(found), formula(base_values(rows, keys)), max(found))


def tornado(formula: Formula, rows: Ledger, keys: Sequence[str]) -> tuple[Swing, ...]:
    """One swing for each key, the widest first; equal ones in the order of their keys."""
    base = base_values(rows, keys)
    found = [Swing(key, formula({**base, key: rows[key].low}), formula({**base, key: rows[key].high})) for key in keys]
    return tuple(sorted(found, key=lambda each: (-each.width, each.key)))
