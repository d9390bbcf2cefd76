"""Two rounds, and the practices on which they may be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..content.schema import Framework
from ..maturity.agreement import mean
from ..maturity.scorecard import PracticeScore, Scorecard
from ..maturity.units import PERCENT_PER_STAGE
from .frameworks import incomparable
from .noise import line


@dataclass(frozen=True, slots=True)
class Round:
    """One round: how it is called, the day it was held, the framework it was held with, and its scorecard."""

    name: str
    held_on: date
    framework: Framework
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Common:
    """Two rounds and the practices on which they may be compared, by id: the score before and the one now."""

    before: Round
    now: Round
    pairs: dict[str, tuple[PracticeScore, PracticeScore]]
    apart: frozenset[str]

    def of(self, dimension: str) -> list[tuple[PracticeScore, PracticeScore]]:
        """The pairs of one dimension."""
        return [pair for pair in self.pairs.values() if pair[1].dimension == dimension]

    def line(self, practices: int) -> float:
        """The points from which a score of so many practices has visibly changed."""
        rules = self.now.framework.thresholds.agreement
        return line(self.before.card.respondents, self.now.card.respondents, practices, rules)


def common(before: Round, now: Round) -> Common:
    """What two rounds have in common."""
    apart = incomparable(before.framework, now.framework)
    pairs = {}
    for key, score in now.card.practices.items():
        old = before.card.practices.get(key)
        if old and key not in apart and old.stage is not None and score.stage is not None:
            pairs[key] = (old, score)
    return Common(before, now, pairs, apart)


def points_of(pairs: Sequence[tuple[PracticeScore, PracticeScore]]) -> float:
    """Points of 100 that these moved, by the later weights."""
    weight = mean([new.weight for _, new in pairs])
    moved = [new.weight / weight * ((new.stage or 0.0) - (old.stage or 0.0)) for old, new in pairs]
    return PERCENT_PER_STAGE * mean(moved)
