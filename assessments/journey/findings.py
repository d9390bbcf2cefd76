"""What a journey map says, all of it in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .feeling import Feeling, StageFeeling, feeling, stage_feelings
from .map import JourneyMap
from .mistakes import Raised, raised
from .pains import RankedPain, ranked

Advice = Literal["fix-the-worst", "fix-the-last"]

SHOWN = 1  # decimals: what reads as zero is not said to hurt


@dataclass(frozen=True, slots=True)
class JourneyFindings:
    """The findings of one map. `feeling` is None where no value is known; `stages` are all, in order.

    `hurting` are the stages below zero as it is shown, by one decimal, the worst first. `advice` is given where the
    mean is good but what is remembered is not: then the most intense moment is a bad one, and to mend it comes first;
    it may be the last one.
    """

    map: JourneyMap
    feeling: Feeling | None
    stages: tuple[StageFeeling, ...]
    hurting: tuple[StageFeeling, ...]
    pains: tuple[RankedPain, ...]
    raised: tuple[Raised, ...]
    advice: Advice | None


def findings(map: JourneyMap) -> JourneyFindings:
    """The findings of a map."""
    felt = feeling(map)
    stages = stage_feelings(map)
    known = ((each.value, place) for place, each in enumerate(stages) if each.value is not None)
    hurting = tuple(stages[place] for value, place in sorted(known) if round(value, SHOWN) < 0)
    return JourneyFindings(map, felt, stages, hurting, ranked(map), raised(map), _advice(felt))


def _advice(felt: Feeling | None) -> Advice | None:
    """A good mean is above zero, a bad memory below it (our own thresholds; the sources give none)."""
    if felt is None or felt.mean <= 0 or felt.peak_end >= 0:
        return None
    return "fix-the-last" if felt.peak is felt.end else "fix-the-worst"
