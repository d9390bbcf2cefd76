"""How far answers lie apart, and what a small number of them allows to say (method 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from typing import NamedTuple

from ..content.schema import AgreementThresholds
from .lines import above, below
from .units import PERCENT_PER_STAGE

CATEGORIES = 5


class Spread(NamedTuple):
    """The spread of n >= 3 stages: range and average deviation about the median in stages.

    `disagreement` is True when opinions differ, False when agreement may be claimed, None when neither may be.
    """

    n: int
    median: float
    range: int
    deviation: float
    disagreement: bool | None


def spread(stages: Sequence[int], thresholds: AgreementThresholds) -> Spread | None:
    """The spread of `stages` (0..4), or None below the smallest number that may be shown."""
    n = len(stages)
    if n < thresholds.spread_min_n:
        return None
    ordered = sorted(stages)
    half = n // 2
    deviation = (sum(ordered[n - half :]) - sum(ordered[:half])) / n  # about the median, without rounding
    width = ordered[-1] - ordered[0]
    disagreement: bool | None = None
    if n < thresholds.agreed_min_n:
        if width >= thresholds.flag_range or above(deviation, thresholds.flag_deviation):
            disagreement = True
    else:
        disagreement = above(deviation, thresholds.flag_deviation)
    return Spread(n, median(ordered), width, deviation, disagreement)


def median(ordered: Sequence[float]) -> float:
    """The median of a sorted, non-empty sequence."""
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of a non-empty sequence, the same whatever their order."""
    return fsum(values) / len(values)


def variance(values: Sequence[float]) -> float:
    """The sample variance (n - 1) of at least two values."""
    centre = mean(values)
    return sum((each - centre) ** 2 for each in values) / (len(values) - 1)


def deviation(values: Sequence[float]) -> float:
    """The sample standard deviation (n - 1) of at least two values."""
    return sqrt(variance(values))


def null_variance(categories: int = CATEGORIES) -> float:
    """The variance of answers spread evenly over `categories`: (A² - 1) / 12."""
    return (categories**2 - 1) / 12


def within_group_agreement(values: Sequence[float], categories: int = CATEGORIES) -> float:
    """r_wg of at least two ratings on one item, 0..1; values below zero are cut to zero."""
    return max(0.0, 1 - variance(values) / null_variance(categories))


def practical_cutoff(categories: int) -> float:
    """The practical line for the average deviation, c/6, to one decimal (Burke & Dunlap 2002)."""
    return round(categories / 6, 1)


@dataclass(frozen=True, slots=True)
class PerceptionGap:
    """Leaders minus frontline: in stages, in points of 100, whether it may be called large, and from where on."""

    stages: float
    points: float
    flagged: bool
    line: float = 0.0


def perception_gap(
    leaders: Sequence[int], frontline: Sequence[int], thresholds: AgreementThresholds
) -> PerceptionGap | None:
    """The gap between two groups' stages, None where one is empty. The caller sees to the minimum group size."""
    if not leaders or not frontline:
        return None
    return judged_gap(mean(leaders) - mean(frontline), min(len(leaders), len(frontline)), thresholds)


def judged_gap(gap: float, people: int, thresholds: AgreementThresholds) -> PerceptionGap:
    """A gap in stages between two groups, the smaller of which has this many people; about size, not about chance."""
    limit = thresholds.gap_stages_large if people >= thresholds.gap_large_n else thresholds.gap_stages
    return PerceptionGap(gap, gap * PERCENT_PER_STAGE, not below(abs(gap), limit), limit)
