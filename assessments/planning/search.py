"""The cheapest stages that meet a goal, found exactly: best first, branching only on prerequisites that are missed.

Without prerequisites `relaxed.py` finds the cheapest, so what it finds is a lower bound. Where that misses a
prerequisite, either the practice is lifted to where a prerequisite must be, or all that wait for it stay. Every
solution is in one of the two; the first one taken from the queue that misses nothing is the cheapest of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from heapq import heappop, heappush

from ..content.schema import Thresholds
from .goals import Goal
from .relaxed import Relaxed
from .room import Rooms


def search(thresholds: Thresholds, rooms: Rooms, goals: Iterable[Goal]) -> dict[str, int]:
    """The stages to lift practices to, by id, at the least effort that meets any of the `goals`.

    One of them must be within reach. Of equal effort the same one is found each time.
    """
    relaxed = Relaxed(thresholds, rooms)
    queue: list[tuple[int, int, Goal, frozenset[str], dict[str, int]]] = []
    serial = 0
    branches = [(replace(goal, floors=_pulled(thresholds, rooms, goal.floors)), frozenset[str]()) for goal in goals]
    while True:
        for goal, locked in branches:
            bound = relaxed.cheapest(goal, locked)
            if bound is not None:
                serial -= 1  # of equal bounds the latest comes first, which goes deep and so ends early
                heappush(queue, (bound.cost, serial, goal, locked, dict(bound.stages)))
        _, _, goal, locked, stages = heappop(queue)
        missed = _missed(thresholds, rooms, stages)
        if missed is None:
            return stages
        waiting = {key for key, room in rooms.items() if missed in room.needs}
        floors = _pulled(thresholds, rooms, {**goal.floors, missed: thresholds.prerequisite_stage})
        branches = [(goal, locked | waiting), (replace(goal, floors=floors), locked)]


def _missed(thresholds: Thresholds, rooms: Rooms, stages: Mapping[str, int]) -> str | None:
    """The prerequisite that most lifted practices miss, the first of the alphabet among equals; None when all hold."""
    missed = Counter(
        need for key in stages for need in rooms[key].needs if stages.get(need, 0) < thresholds.prerequisite_stage
    )
    return min(missed, key=lambda need: (-missed[need], need)) if missed else None


def _pulled(thresholds: Thresholds, rooms: Rooms, floors: Mapping[str, int]) -> dict[str, int]:
    """The floors, and those of all prerequisites of what they lift, however long the chain."""
    found = dict(floors)
    open_floors = list(floors)
    while open_floors:
        room = rooms[open_floors.pop()]
        for need in room.needs if found[room.id] > room.reached else ():
            if found.get(need, 0) < thresholds.prerequisite_stage:
                found[need] = thresholds.prerequisite_stage
                open_floors.append(need)
    return found
