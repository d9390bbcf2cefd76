"""From one wave to the next: whether a change may be called one (method 4.1, 4.7)."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from .counts import Counts, mean, size, variance
from .metrics import Nps
from .student import chance_of_t, chance_of_z

SURE = 1.96


class Change(NamedTuple):
    """The difference now - before in the unit of the metric, its statistic, and the chance of one as large by luck.

    `visible` is True only where the statistic is beyond 1.96 either way.
    """

    difference: float
    statistic: float
    chance: float
    visible: bool


def nps_change(before: Nps, now: Nps) -> Change:
    """z of two adjusted scores (method 4.1); overlapping intervals do not prove that nothing has changed."""
    error = sqrt(before.error**2 + now.error**2)
    z = (now.adjusted - before.adjusted) / error
    return Change(now.score - before.score, z, chance_of_z(z), abs(z) > SURE)


def share_change(hits_before: int, n_before: int, hits_now: int, n_now: int) -> Change | None:
    """Pooled z of two shares, in points of 100; None where nothing varies."""
    pooled = (hits_before + hits_now) / (n_before + n_now)
    error = sqrt(pooled * (1 - pooled) * (1 / n_before + 1 / n_now))
    if not error:
        return None
    difference = hits_now / n_now - hits_before / n_before
    z = difference / error
    return Change(100 * difference, z, chance_of_z(z), abs(z) > SURE)


def mean_change(before: Counts, now: Counts) -> Change | None:
    """Welch's t of two means; None where a wave has fewer than two answers, or nothing varies."""
    if min(size(before), size(now)) < 2:
        return None
    parts = [variance(each) / size(each) for each in (before, now)]
    if not sum(parts):
        return None
    difference = mean(now) - mean(before)
    t = difference / sqrt(sum(parts))
    freedom = sum(parts) ** 2 / sum(part**2 / (size(each) - 1) for part, each in zip(parts, (before, now), strict=True))
    chance = chance_of_t(t, freedom)
    return Change(difference, t, chance, chance < 0.05)
