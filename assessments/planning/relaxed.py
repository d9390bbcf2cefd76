"""The cheapest stages that meet a goal when prerequisites are left aside: exact then, and a lower bound with them.

Without prerequisites the dimensions have nothing to do with each other; only the trust index needs its factors at once.
"""

from __future__ import annotations

from ..content.schema import Thresholds
from .frontier import Point, frontier
from .goals import Goal, Line
from .room import Room, Rooms
from .trusted import cheapest_trust

Key = tuple[str, Line, tuple[tuple[str, int], ...], frozenset[str]]


class Relaxed:
    """Answers for one set of rooms; what was worked out for a dimension is kept, since most branches leave it alone."""

    def __init__(self, thresholds: Thresholds, rooms: Rooms) -> None:
        self._thresholds = thresholds
        self._rooms: dict[str, list[Room]] = {}
        for each in rooms.values():
            self._rooms.setdefault(each.dimension, []).append(each)
        self._points: dict[Key, tuple[Point, ...]] = {}
        self._trusted: dict[tuple[Key, ...], Point | None] = {}

    def cheapest(self, goal: Goal, locked: frozenset[str]) -> Point | None:
        """The point of least effort at which `goal` is met while `locked` practices stay; None where there is none."""
        keys = {dimension: self._key(dimension, goal, locked) for dimension in self._rooms}
        parts: list[Point | None] = []
        if goal.trust is not None:
            index, factors = goal.trust
            parts.append(self._trust(tuple(keys.pop(each) for each in factors), index))
        parts += [next(iter(self._frontier(key)), None) for key in keys.values()]
        found = [each for each in parts if each is not None]
        if len(found) < len(parts):
            return None
        return Point(sum(each.cost for each in found), 0.0, 0, tuple(stage for each in found for stage in each.stages))

    def _key(self, dimension: str, goal: Goal, locked: frozenset[str]) -> Key:
        """What the points of a dimension hang on, and nothing else."""
        rooms = self._rooms[dimension]
        floors = tuple((each.id, goal.floors[each.id]) for each in rooms if each.id in goal.floors)
        return dimension, goal.lines.get(dimension, Line()), floors, locked.intersection(each.id for each in rooms)

    def _frontier(self, key: Key) -> tuple[Point, ...]:
        """The points of a dimension from the first one that meets its line on."""
        if key not in self._points:
            dimension, line, floors, locked = key
            points = frontier(self._rooms[dimension], dict(floors), locked)
            self._points[key] = tuple(each for each in points if line.met(each.score))
        return self._points[key]

    def _trust(self, factors: tuple[Key, ...], index: float) -> Point | None:
        if factors not in self._trusted:
            points = [self._frontier(each) for each in factors]
            self._trusted[factors] = cheapest_trust(points, self._thresholds, index)
        return self._trusted[factors]
