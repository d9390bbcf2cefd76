"""The cheapest set of steps that reaches the targets, the reason for each, and what comes of it (method 1, 2 and 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..content.schema import Framework
from ..maturity.scorecard import Scorecard
from .goals import goals
from .order import in_order
from .outcome import after, holds
from .plan import Plan, PlannedStep
from .reach import unreachable
from .room import Rooms, rooms
from .search import search
from .targets import Target, Targets


def cheapest(framework: Framework, card: Scorecard, targets: Targets) -> Plan:
    """The plan for `targets` from where `card` stands. Raises KeyError for a dimension or practice nobody knows."""
    wanted = targets.all(framework)
    room = rooms(framework, card)
    missing = unreachable(framework, card, room, wanted)
    without = {each.target for each in missing}
    open_targets = [each for each in wanted if each not in without]
    stages = search(framework.thresholds, room, goals(framework, open_targets))
    steps = [_step(framework, card, room, open_targets, stages, key) for key in in_order(room, stages)]
    return Plan(
        targets=wanted,
        unreachable=missing,
        steps=tuple(steps),
        effort=sum(each.effort for each in steps),
        now=after(framework, card, {}),
        then=after(framework, card, stages),
    )


def _step(
    framework: Framework, card: Scorecard, rooms: Rooms, targets: Sequence[Target], stages: Mapping[str, int], key: str
) -> PlannedStep:
    """A step with its reasons: what would fail if it alone were left out."""
    room = rooms[key]
    left_out = after(framework, card, {each: stage for each, stage in stages.items() if each != key})
    return PlannedStep(
        practice=key,
        dimension=room.dimension,
        from_stage=room.reached,
        to_stage=stages[key],
        effort=(stages[key] - room.reached) * room.effort,
        serves=tuple(each for each in targets if not holds(left_out, each)),
        opens=tuple(each for each in rooms if each in stages and key in rooms[each].needs),
        waits_for=room.needs,
    )
