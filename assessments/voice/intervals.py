"""How far a number may be off, by chance alone."""

from __future__ import annotations

from math import ceil, sqrt
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95


class Interval(NamedTuple):
    """From `low` to `high`, in the unit of the number it is about."""

    low: float
    high: float


def z_of(level: float = LEVEL) -> float:
    """How many standard errors each way hold `level` (0..1) of a normal distribution: 1.96 for 95 %."""
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(hits: int, n: int, level: float = LEVEL) -> Interval:
    """The interval of a share (0..1) of n >= 1 answers, which never leaves 0..1 (Wilson 1927; Newcombe 1998, no. 3)."""
    z = z_of(level)
    share = hits / n
    centre = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    low, high = ((centre + side * half) / (1 + z * z / n) for side in (-1, 1))
    return Interval(0.0 if hits == 0 else max(0.0, low), 1.0 if hits == n else min(1.0, high))


def net_error(promoters: float, detractors: float, n: float) -> float:
    """The standard error of a net share P - D (-1..1): the root of (P + D - (P - D)²) / n."""
    share = promoters / n - detractors / n
    return sqrt(max(0.0, (promoters + detractors) / n - share * share) / n)


def sample_for_share(share: float, margin: float, level: float = LEVEL) -> int:
    """How many answers give a share (0..1) a margin of error (Wald)."""
    return ceil(z_of(level) ** 2 * share * (1 - share) / margin**2 - 1e-9)


def sample_for_net(promoters: float, detractors: float, margin: float, level: float = LEVEL) -> int:
    """How many answers give the net of two shares (each 0..1) a margin of error (Wald)."""
    variance = promoters + detractors - (promoters - detractors) ** 2
    return ceil(z_of(level) ** 2 * variance / margin**2 - 1e-9)
