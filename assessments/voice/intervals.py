"""How far a number may be off, by chance alone."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)  # how many standard errors each way hold as much of a normal distribution


class Interval(NamedTuple):
    """From `low` to `high`, in the unit of the number it is about."""

    low: float
    high: float


def wilson(hits: int, n: int) -> Interval:
    """The interval of a share (0..1) of n >= 1 answers, which never leaves 0..1 (Wilson 1927; Newcombe 1998, no. 3)."""
    share = hits / n
    centre = share + Z * Z / (2 * n)
    half = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    low, high = ((centre + side * half) / (1 + Z * Z / n) for side in (-1, 1))
    return Interval(0.0 if hits == 0 else max(0.0, low), 1.0 if hits == n else min(1.0, high))


def net_error(promoters: float, detractors: float, n: float) -> float:
    """The standard error of a net share P - D (-1..1): the root of (P + D - (P - D)²) / n."""
    share = promoters / n - detractors / n
    return sqrt(max(0.0, (promoters + detractors) / n - share * share) / n)
