"""Now, next, later: steps in order of priority, up to capacity, what is blocked last (method 5)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

Lane = Literal["now", "next", "later"]
FILLED: tuple[Lane, ...] = ("now", "next")


def fill_lanes(
    priority: Mapping[str, float],
    effort: Mapping[str, int],
    blocked_by: Mapping[str, tuple[str, ...]],
    capacity: int,
    first: Collection[str] = (),
) -> dict[str, Lane]:
    """The lane of every step by practice id. Blocked steps wait in later; what blocks them is pulled forward.

    `capacity` is in effort points per lane. A lane ends at the first step that no longer fits, so that no lesser step
    overtakes a greater one; a lane takes at least one step.
    Of equal steps those in `first` come first, then the order of their ids.
    """
    urgency = _urgency(priority, blocked_by)
    free = sorted(
        (key for key in priority if not blocked_by[key]),
        key=lambda key: (-urgency[key], key not in first, key),
    )
    lanes: dict[str, Lane] = dict.fromkeys(priority, "later")
    place, used = 0, 0
    for key in free:
        if used and used + effort[key] > capacity:
            place, used = place + 1, 0
        if place == len(FILLED):
            break
        lanes[key] = FILLED[place]
        used += effort[key]
    return lanes


def _urgency(priority: Mapping[str, float], blocked_by: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """Each step's priority, or that of the most urgent step waiting for it, however long the chain."""
    urgency = dict(priority)
    for _ in priority:
        changed = False
        for key, blockers in blocked_by.items():
            for blocker in blockers:
                if blocker in urgency and urgency[blocker] < urgency[key]:
                    urgency[blocker] = urgency[key]
                    changed = True
        if not changed:
            break
    return urgency
