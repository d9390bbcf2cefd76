"""Percentiles: of a value among others, and the value at a percentile (method 7). Two definitions, both fixed here."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

from ..maturity.lines import above, below


class Quartiles(NamedTuple):
    """The values below which a quarter, half and three quarters lie, in the unit of the values."""

    lower: float
    median: float
    upper: float


def percentile_of(value: float, others: Sequence[float]) -> float:
    """Mid-rank of a value among at least one other, 0..100: (below + ½ · equal) / n · 100. It is not one of them.

    The same as scipy’s `percentileofscore(kind="mean")`.
    """
    lower = sum(below(each, value) for each in others)
    higher = sum(above(each, value) for each in others)
    return 100 * (lower + (len(others) - lower - higher) / 2) / len(others)


def value_at(share: float, values: Sequence[float]) -> float:
    """The value at a `share` (0..1) of at least one value, by the inclusive definition: rank p · (n − 1) + 1.

    The same as numpy’s default. The rule of the NIST handbook, rank p · (n + 1), gives others, and is not used.
    """
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    at = min(floor(place), len(ordered) - 2)
    if at < 0:
        return float(ordered[0])
    return ordered[at] + (place - at) * (ordered[at + 1] - ordered[at])


def quartiles(values: Sequence[float]) -> Quartiles:
    """The three quartiles of at least one value, by the inclusive definition."""
    return Quartiles(*(value_at(share, values) for share in (0.25, 0.5, 0.75)))
