"""From round to round: the mean of the six levels, and whether it may be said to have moved."""

from __future__ import annotations

from collections.abc import Mapping

from ..maturity.agreement import mean
from .changes import Change
from .common import Common
from .noise import verdict


def experience_change(both: Common, dimensions: Mapping[str, Change]) -> Change:
    """The mean of what the levels have moved, with the line of the least sure of them: no surer than what it is of.

    Not rated where a level is not in one of the rounds; not comparable where a level is not.
    """
    levels = [dimensions[each.id] for each in both.now.card.levels]
    if any(each.verdict == "not-rated" for each in levels):
        return Change("experience", "not-rated")
    if any(each.points is None for each in levels):
        return Change("experience", "not-comparable")
    points = mean([each.points or 0.0 for each in levels])
    least = max(each.line or 0.0 for each in levels)
    return Change("experience", verdict(points, least), points, least, sum(each.practices for each in levels))
