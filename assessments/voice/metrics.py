"""The metrics: NPS, CSAT, CES and the trust pulse, each from counts, with its interval (method 4.1 to 4.3, 2.1).

Scores are None where nobody answered. Which variant a number is belongs to its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from .counts import Counts, mean, number_between, size, variance
from .intervals import LEVEL, Interval, net_error, wilson, z_of
from .student import t_of

NPS_SCALE = (0, 10)
PSEUDO = (0.75, 1.5, 0.75)  # promoters, passives, detractors: adjusted Wald (Rocks 2016; MeasuringU)
TOP_BOX = {5: 4, 7: 6, 10: 9}  # CSAT: the lowest satisfied value of each scale
OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Nps:
    """Promoters less detractors: `score` -100..100, unrounded; `adjusted` is the middle of its `interval`.

    `error` is the standard error of the adjusted score, in points.
    """

    promoters: int
    passives: int
    detractors: int
    score: float
    adjusted: float
    error: float
    interval: Interval

    @property
    def n(self) -> int:
        """How many answered."""
        return self.promoters + self.passives + self.detractors


def nps(counts: Counts) -> Nps | None:
    """NPS of answers 0..10: 9 and 10 promote, 0 to 6 detract; adjusted-Wald interval, cut to -100..100.

    Raises ValueError for an answer off the scale.
    """
    _on_scale(counts, *NPS_SCALE)
    promoters, passives, detractors = (number_between(counts, *each) for each in ((9, 10), (7, 8), (0, 6)))
    n = promoters + passives + detractors
    if not n:
        return None
    more, _middle, fewer = PSEUDO
    whole = n + sum(PSEUDO)
    adjusted = 100 * (promoters + more - detractors - fewer) / whole
    error = 100 * net_error(promoters + more, detractors + fewer, whole)
    half = z_of() * error
    interval = Interval(max(-100.0, adjusted - half), min(100.0, adjusted + half))
    return Nps(promoters, passives, detractors, 100 * (promoters - detractors) / n, adjusted, error, interval)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of n: `percent` 0..100 and its Wilson interval in percent."""

    hits: int
    n: int
    percent: float
    interval: Interval


def share(hits: int, n: int) -> Share | None:
    """A share of n answers, None of none."""
    if not n:
        return None
    low, high = wilson(hits, n)
    return Share(hits, n, 100 * hits / n, Interval(100 * low, 100 * high))


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of n answers, their standard deviation, and its 95 % interval where n allows one (n >= 2)."""

    n: int
    value: float
    deviation: float | None
    interval: Interval | None


def mean_of(counts: Counts, low: int, high: int) -> Mean | None:
    """The mean of answers low..high, with Student's t interval cut to the scale. None of none."""
    _on_scale(counts, low, high)
    n = size(counts)
    if not n:
        return None
    value = mean(counts)
    if n < 2:
        return Mean(n, value, None, None)
    deviation = sqrt(variance(counts))
    half = t_of(LEVEL, n - 1) * deviation / sqrt(n)
    return Mean(n, value, deviation, Interval(max(low, value - half), min(high, value + half)))


@dataclass(frozen=True, slots=True)
class Csat:
    """Satisfaction on a scale of 1..top: the share in the top box, and, beside it, the mean."""

    top: int
    satisfied: Share
    mean: Mean


def csat(counts: Counts, top: int) -> Csat | None:
    """CSAT of answers 1..top, where top is 5, 7 or 10: 4-5, 6-7, 9-10 are satisfied. The mean is not CSAT."""
    if top not in TOP_BOX:
        raise ValueError(f"CSAT scales end at {', '.join(map(str, TOP_BOX))}, not at {top}")
    found, middle = share(number_between(counts, TOP_BOX[top], top), size(counts)), mean_of(counts, 1, top)
    return Csat(top, found, middle) if found and middle else None


@dataclass(frozen=True, slots=True)
class Ces:
    """Effort or ease, and `ease` on 0..100 from the mean: 100 is no effort at all.

    `variant` is "ces1" (effort 1..5, low is good) or "ces2" (ease 1..7, high is good). `easy` and `net` are for ces2.
    """

    variant: str
    mean: Mean
    ease: float
    easy: Share | None
    net: float | None


def ces(counts: Counts, variant: str) -> Ces | None:
    """CES of answers: the variants are different measures, and never added up."""
    if variant == "ces1":
        middle = mean_of(counts, 1, 5)
        return Ces(variant, middle, 100 * (5 - middle.value) / 4, None, None) if middle else None
    if variant != "ces2":
        raise ValueError(f"a variant of CES is ces1 or ces2, not {variant!r}")
    middle, n = mean_of(counts, 1, 7), size(counts)
    if middle is None:
        return None
    net = 100 * (number_between(counts, 6, 7) - number_between(counts, 1, 3)) / n
    return Ces(variant, middle, 100 * (middle.value - 1) / 6, share(number_between(counts, 5, 7), n), net)


@dataclass(frozen=True, slots=True)
class TrustPulse:
    """One item a factor on 0..10, as means, with the outcome beside them; `index` is their average on 0..100.

    Customers' items may be averaged: people answer them with one general factor (method 2.2).
    """

    factors: Mapping[str, Mean]
    outcome: Mean | None
    index: float | None


def trust_pulse(items: Mapping[str, Counts]) -> TrustPulse:
    """The pulse of the four factors (by their ids) and "outcome"; the index needs all four."""
    means = {key: found for key, counts in items.items() if (found := mean_of(counts, *NPS_SCALE))}
    outcome = means.pop(OUTCOME, None)
    index = 10 * sum(each.value for each in means.values()) / len(means) if len(means) == 4 else None
    return TrustPulse(means, outcome, index)


def _on_scale(counts: Counts, low: int, high: int) -> None:
    for value in counts:
        if not low <= value <= high:
            raise ValueError(f"an answer is {low} to {high}, not {value}")
