"""What each number of effort points can make of one dimension, exactly.

Dynamic programming over the practices: the best total for each cost. It adds in the order of the scoring, so totals are
those of the scorecard to the last bit; adding a number to the larger of two never makes it the smaller, rounded or not,
so the best of a part belongs to the best of the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..maturity.lines import below
from ..maturity.units import PERCENT_PER_STAGE
from .room import Room

Stages = tuple[tuple[str, int], ...]


class Point(NamedTuple):
    """What `cost` effort points buy: a score 0..100, or a product of scores; `worth` in impact points breaks ties."""

    cost: int
    score: float
    worth: int
    stages: Stages


def frontier(rooms: Sequence[Room], floors: Mapping[str, int], locked: Collection[str]) -> tuple[Point, ...]:
    """The points at which more effort buys a higher score, cheapest first; () where `floors` cannot be met.

    `rooms` are those of one dimension in its order, at least one. `floors`: stages that practices must have at the end,
    by id; `locked`: practices that must stay. Of equal cost the higher score wins, then the greater impact, then the
    order.
    """
    best = {0: Point(0, 0.0, 0, ())}
    for room in rooms:
        choices = list(_choices(room, floors.get(room.id, 0), room.id in locked))
        best = best_by_cost(_added(base, choice) for base in best.values() for choice in choices)
    weight = sum([room.weight for room in rooms])
    # rounded as the scoring does, so that a score on a line is on it here as well
    return tuple(
        rising(each._replace(score=round(each.score / weight * PERCENT_PER_STAGE, 9)) for each in best.values())
    )


def _choices(room: Room, floor: int, locked: bool) -> Iterator[Point]:
    """The stages a practice can end at: where it stands if that will do, and every later one it can be lifted to."""
    if not below(room.stage, floor):
        yield Point(0, room.weight * room.stage, 0, ())
    for stage in range(max(room.reached + 1, floor), room.reached + 1 if locked else room.top + 1):
        steps = stage - room.reached
        yield Point(steps * room.effort, room.weight * stage, steps * room.impact, ((room.id, stage),))


def _added(one: Point, other: Point) -> Point:
    return Point(one.cost + other.cost, one.score + other.score, one.worth + other.worth, one.stages + other.stages)


def best_by_cost(points: Iterable[Point]) -> dict[int, Point]:
    """The best point of each cost: the highest score, then the most worth, then the first."""
    best: dict[int, Point] = {}
    for each in points:
        held = best.get(each.cost)
        if held is None or (each.score, each.worth) > (held.score, held.worth):
            best[each.cost] = each
    return best


def rising(points: Iterable[Point]) -> Iterator[Point]:
    """The points by cost, without those that cost more than another and are no better."""
    top = -1.0
    for each in sorted(points, key=lambda point: point.cost):
        if each.score > top:
            top = each.score
            yield each
