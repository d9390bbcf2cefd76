"""Answers on a scale, as how often each value was given: what all metrics are computed from.

Counts add up over days, touchpoints and segments, so that a page over ten million answers reads as many numbers as one
over ten days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from math import sqrt

Counts = Mapping[int, int]  # value on the scale -> how many gave it


def counted(values: Iterable[int]) -> dict[int, int]:
    """How often each value occurs."""
    counts: dict[int, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def together(parts: Iterable[Counts]) -> dict[int, int]:
    """Several counts as one."""
    whole: dict[int, int] = {}
    for part in parts:
        for value, count in part.items():
            whole[value] = whole.get(value, 0) + count
    return whole


def size(counts: Counts) -> int:
    """How many answers there are."""
    return sum(counts.values())


def number_between(counts: Counts, low: int, high: int) -> int:
    """How many answers lie between two values, both included."""
    return sum(count for value, count in counts.items() if low <= value <= high)


def mean(counts: Counts) -> float:
    """The arithmetic mean of at least one answer."""
    return sum(value * count for value, count in counts.items()) / size(counts)


def variance(counts: Counts) -> float:
    """The sample variance (n - 1) of at least two answers."""
    centre = mean(counts)
    return sum(count * (value - centre) ** 2 for value, count in counts.items()) / (size(counts) - 1)


def deviation(counts: Counts) -> float:
    """The sample standard deviation (n - 1) of at least two answers."""
    return sqrt(variance(counts))


def median(counts: Counts) -> float:
    """The middle of at least one answer."""
    return percentile(counts, 0.5)


def percentile(counts: Counts, share: float) -> float:
    """The value below which `share` (0..1) of at least one answer lies: rank p(N - 1) + 1, between two in proportion.

    The inclusive definition (Hyndman & Fan 1996, type 7), as spreadsheets have it.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share is 0 to 1, not {share}")
    rank = share * (size(counts) - 1)
    low = int(rank)
    below, above = _at(counts, low), _at(counts, min(low + 1, size(counts) - 1))
    return below + (rank - low) * (above - below)


def _at(counts: Counts, place: int) -> int:
    """The value at a place (0 is the smallest) among all answers in order."""
    values = sorted(counts)
    return values[bisect_right(list(accumulate(counts[value] for value in values)), place)]
