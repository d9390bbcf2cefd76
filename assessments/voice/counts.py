"""Answers on a scale, as how often each value was given: what all metrics are computed from.

Counts add up over days, touchpoints and segments, so that a page over ten million answers reads as many numbers as one
over ten days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate

Counts = Mapping[int, int]  # value on the scale -> how many gave it


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


def median(counts: Counts) -> float:
    """The middle of at least one answer, halfway between two that differ."""
    values, places = sorted(counts), size(counts)
    upto = list(accumulate(counts[value] for value in values))
    lower, upper = (values[bisect_right(upto, place)] for place in ((places - 1) // 2, places // 2))
    return (lower + upper) / 2
