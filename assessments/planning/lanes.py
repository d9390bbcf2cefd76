"""In which lane of a plan each step to the targets goes: as many now and next as a lane takes, the rest later."""

from __future__ import annotations

from collections.abc import Iterable

from .board import LANES
from .plan import PlannedStep


def lanes(steps: Iterable[PlannedStep], capacity: int) -> dict[str, str]:
    """The lane of each step by its practice, for steps in an order in which they can be done.

    A lane takes steps up to `capacity` effort points, its first one whatever it costs. No step stands in the lane of
    what it waits for: that has to be there before it begins.
    """
    found: dict[str, str] = {}
    filled = dict.fromkeys(LANES, 0)
    for step in steps:
        earliest = max((LANES.index(found[each]) + 1 for each in step.waits_for if each in found), default=0)
        lane = next((each for each in LANES[earliest:-1] if _room(filled[each], step.effort, capacity)), LANES[-1])
        found[step.practice] = lane
        filled[lane] += step.effort
    return found


def _room(filled: int, effort: int, capacity: int) -> bool:
    return not filled or filled + effort <= capacity
