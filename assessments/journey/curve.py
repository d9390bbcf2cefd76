"""A line through given values that never goes beyond a value nobody gave: a monotone cubic (PCHIP).

Between two neighbours the curve stays between their values (Fritsch and Carlson 1980; slopes by Fritsch and Butland
1984, the ends by the three-point rule kept in bounds), so it has no peak and no trough but the given ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Segment = tuple[Point, Point, Point, Point]


def segments(points: Sequence[Point]) -> list[Segment]:
    """The Bézier segments (start, two control points, end) through points whose x grows; one point gives none."""
    slopes = _slopes(points)
    result: list[Segment] = []
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        third = (x1 - x0) / 3
        low, high = min(y0, y1), max(y0, y1)
        # Rounding alone may carry a control point a hair over the edge: the curve lies within its control points.
        first = min(max(y0 + third * slopes[index], low), high)
        second = min(max(y1 - third * slopes[index + 1], low), high)
        result.append(((x0, y0), (x0 + third, first), (x1 - third, second), (x1, y1)))
    return result


def _slopes(points: Sequence[Point]) -> list[float]:
    steps = [b[0] - a[0] for a, b in pairwise(points)]
    rises = [(b[1] - a[1]) / step for (a, b), step in zip(pairwise(points), steps, strict=True)]
    if len(rises) < 2:
        return rises * 2
    inner = [_inner(steps[i], steps[i + 1], rises[i], rises[i + 1]) for i in range(len(rises) - 1)]
    return [_edge(steps[0], steps[1], rises[0], rises[1]), *inner, _edge(steps[-1], steps[-2], rises[-1], rises[-2])]


def _inner(before: float, after: float, rise: float, next_rise: float) -> float:
    """The slope at a point between two: flat at a turn, else the weighted harmonic mean of the rises beside it."""
    if rise * next_rise <= 0:
        return 0.0
    first, second = 2 * after + before, after + 2 * before
    return (first + second) / (first / rise + second / next_rise)


def _edge(step: float, next_step: float, rise: float, next_rise: float) -> float:
    """The slope at an end, from the two steps nearest to it."""
    slope = ((2 * step + next_step) * rise - step * next_rise) / (step + next_step)
    if slope * rise <= 0:
        return 0.0
    if rise * next_rise < 0 and abs(slope) > 3 * abs(rise):
        return 3 * rise
    return slope
