"""The experience index: satisfaction, recommendation and ease on one scale (method 4.4, our own choice)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .metrics import Ces, Csat, Nps

WEIGHTS = {"csat": 0.4, "nps": 0.3, "ces": 0.3}
ENOUGH = 10
COMPONENTS = 2


@dataclass(frozen=True, slots=True)
class Index:
    """0..100, with what it was made of: each component's value on 0..100 and the weight it had (they add up to 1)."""

    value: float
    parts: Mapping[str, tuple[float, float]]

    @property
    def missing(self) -> tuple[str, ...]:
        """The components whose weight went to the others."""
        return tuple(each for each in WEIGHTS if each not in self.parts)


def experience_index(csat: Csat | None, nps: Nps | None, ces: Ces | None) -> Index | None:
    """The index of one touchpoint; None with fewer than two components of at least ten answers."""
    found: dict[str, float] = {}
    if csat and csat.mean.n >= ENOUGH:
        found["csat"] = 100 * (csat.mean.value - 1) / (csat.top - 1)
    if nps and nps.n >= ENOUGH:
        found["nps"] = (nps.score + 100) / 2
    if ces and ces.mean.n >= ENOUGH:
        found["ces"] = ces.ease
    return composed(found)


def composed(values: Mapping[str, float]) -> Index | None:
    """Components on 0..100 by their weights; the weight of a missing one is shared out."""
    if len(values) < COMPONENTS:
        return None
    whole = sum(WEIGHTS[each] for each in values)
    parts = {each: (value, WEIGHTS[each] / whole) for each, value in values.items()}
    return Index(sum(value * weight for value, weight in parts.values()), parts)


def overall(touchpoints: Iterable[tuple[float, float]]) -> float | None:
    """The indexes of touchpoints, each with its importance (> 0), as one; None where there is none."""
    rows = list(touchpoints)
    if not rows:
        return None
    return sum(value * importance for value, importance in rows) / sum(importance for _, importance in rows)
