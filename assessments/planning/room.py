"""How far each practice can be lifted, at what cost, and what must stand first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..content.schema import Framework
from ..maturity.scorecard import Scorecard
from ..maturity.units import TOP_STAGE
from .needs import open_needs, waits_for


@dataclass(frozen=True, slots=True)
class Room:
    """A practice with a known stage, and the room above it.

    `stage` 0..4 may be a mean, `reached` is the whole part of it, `top` the last stage it can be lifted to. Each stage
    costs `effort` points (S, M, L = 1, 2, 3: method 5) and is worth `impact` points. `needs` are the practices that are
    not yet where a prerequisite must be, and so must be lifted before it. `weight` is that of the scoring.
    """

    id: str
    dimension: str
    weight: float
    stage: float
    reached: int
    top: int
    effort: int
    impact: int
    needs: tuple[str, ...]


Rooms = Mapping[str, Room]


def rooms(framework: Framework, card: Scorecard) -> dict[str, Room]:
    """The room of every practice of which a stage is known, by id, in the framework's order.

    A practice that waits for one that nobody answered has none: its top is where it stands.
    """
    points = framework.thresholds.steps
    found: dict[str, Room] = {}
    for key, each in card.practices.items():
        if each.stage is None or each.reached is None:
            continue
        practice = framework.practices[key]
        found[key] = Room(
            id=key,
            dimension=each.dimension,
            weight=each.weight,
            stage=each.stage,
            reached=each.reached,
            top=each.reached if waits_for(framework, card.practices, key) else TOP_STAGE,
            effort=points.effort[practice.effort],
            impact=points.impact[practice.impact],
            needs=open_needs(framework, card.practices, key),
        )
    return found
