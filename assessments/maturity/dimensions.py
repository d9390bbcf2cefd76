"""From practices to levels and trust factors: percentages, rated or not, bands (method 1.3, 1.4)."""

from __future__ import annotations

from collections.abc import Sequence

from ..content.schema import Dimension, Framework, Thresholds
from .answers import QUICK
from .scorecard import DimensionScore, PracticeScore

EPSILON = 1e-9
PERCENT_PER_STAGE = 25.0


def score_dimension(
    framework: Framework, dimension: Dimension, practices: dict[str, PracticeScore], practice_set: str
) -> DimensionScore:
    """The score of one dimension over the practices of it that were asked."""
    asked = [practices[each.id] for each in dimension.practices if each.id in practices]
    applicable = [each for each in asked if each.applicable]
    answered = [each for each in applicable if each.stage is not None]
    ranged = [each for each in applicable if each.low is not None]
    weight = sum(each.weight for each in applicable)
    share = sum(each.weight for each in answered) / weight if weight else None
    rated = _rated(framework.thresholds, dimension, len(asked), applicable, answered, practice_set)
    score = _percent([(each.weight, each.stage) for each in answered]) if rated else None
    return DimensionScore(
        id=dimension.id,
        score=score,
        low=_percent([(each.weight, each.low) for each in ranged]) if rated else None,
        high=_percent([(each.weight, each.high) for each in ranged]) if rated else None,
        evidenced=_percent([(each.weight, each.evidenced) for each in answered]) if rated else None,
        coverage=share,
        rated=rated,
        band=band(score, framework.thresholds),
        practices=len(asked),
        applicable=len(applicable),
        answered=len(answered),
    )


def _rated(
    thresholds: Thresholds,
    dimension: Dimension,
    asked: int,
    applicable: Sequence[PracticeScore],
    answered: Sequence[PracticeScore],
    practice_set: str,
) -> bool:
    if practice_set == QUICK:
        return asked > 0 and len(answered) == asked
    if dimension.kind == "factor":
        return len(answered) >= thresholds.factor_min_answered
    part, whole = thresholds.rated_share
    enough = whole * sum(each.weight for each in answered) >= part * sum(each.weight for each in applicable) - EPSILON
    return len(applicable) >= thresholds.level_min_applicable and enough


def _percent(weighted: Sequence[tuple[float, float | None]]) -> float:
    """The weighted mean of stages as a percentage of the top stage."""
    total = sum(weight for weight, _ in weighted)
    return sum(weight * (stage or 0.0) for weight, stage in weighted) / total * PERCENT_PER_STAGE


def band(score: float | None, thresholds: Thresholds) -> str | None:
    """N, P, L or F: each band reaches up to and including its edge (method 1.1)."""
    if score is None:
        return None
    return "NPLF"[sum(score > edge for edge in thresholds.band_edges)]
