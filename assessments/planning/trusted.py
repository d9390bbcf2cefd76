"""What each number of effort points can make of the trust index: the frontiers of its factors together (method 2.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..content.schema import Thresholds
from ..maturity.lines import below
from .frontier import Point, best_by_cost, rising


def cheapest_trust(factors: Sequence[Sequence[Point]], thresholds: Thresholds, index: float) -> Point | None:
    """The cheapest point of all factors together whose geometric mean is at least `index` (0..100), or None.

    It multiplies in the order of the scoring, and so meets the index of the scorecard to the last bit.
    """
    points: Sequence[Point] = [Point(0, 1.0, 0, ())]
    for factor in factors:
        points = tuple(rising(best_by_cost(_products(points, factor, thresholds.trust_floor)).values()))
    return next((each for each in points if not below(each.score ** (1 / len(factors)), index)), None)


def _products(points: Sequence[Point], factor: Sequence[Point], floor: float) -> Iterator[Point]:
    for one in points:
        for other in factor:
            score = one.score * max(floor, other.score)
            yield Point(one.cost + other.cost, score, one.worth + other.worth, one.stages + other.stages)
