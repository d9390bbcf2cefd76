"""Which pains hurt most: severity (1..5) x frequency (0..1) x importance (1..3), half as much again where it counts."""

from __future__ import annotations

from dataclasses import dataclass

from .map import JourneyMap, Pain, Touchpoint

AT_A_MOMENT_OF_TRUTH = 1.5


@dataclass(frozen=True, slots=True)
class RankedPain:
    """A pain, where it hurts, and its score, 0 to 22.5; None while its severity or frequency is unknown."""

    touchpoint: Touchpoint
    pain: Pain
    score: float | None


def ranked(map: JourneyMap) -> tuple[RankedPain, ...]:
    """Every pain of the map, the worst first; equal ones in the order of the map, unscored ones last."""
    pains = [RankedPain(each, pain, _score(each, pain)) for each in map.touchpoints() for pain in each.pains]
    return tuple(sorted(pains, key=lambda each: (each.score is None, -(each.score or 0.0))))


def _score(touchpoint: Touchpoint, pain: Pain) -> float | None:
    if pain.severity is None or pain.frequency is None:
        return None
    weight = AT_A_MOMENT_OF_TRUTH if touchpoint.moment_of_truth else 1.0
    return pain.severity * pain.frequency * touchpoint.importance * weight
