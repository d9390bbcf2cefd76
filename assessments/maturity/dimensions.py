"""From practices to levels and trust factors: percentages, rated or not, bands (method 1.3, 1.4)."""

from __future__ import annotations

from ..content.schema import Dimension, Framework, Thresholds
from .answers import QUICK
from .lines import above, below
from .scorecard import DimensionScore, PracticeScore
from .units import BANDS, PERCENT_PER_STAGE


def score_dimension(
    framework: Framework, dimension: Dimension, practices: dict[str, PracticeScore], practice_set: str
) -> DimensionScore:
    """The score of one dimension over the practices of it that were asked."""
    asked = [practices[each.id] for each in dimension.practices if each.id in practices]
    applicable = answered = 0
    weight = weight_answered = weight_ranged = 0.0
    stages = evidenced = low = high = 0.0
    for each in asked:
        if not each.applicable:
            continue
        applicable += 1
        weight += each.weight
        if each.stage is not None:
            answered += 1
            weight_answered += each.weight
            stages += each.weight * each.stage
            evidenced += each.weight * (each.evidenced or 0.0)
        if each.low is not None:
            weight_ranged += each.weight
            low += each.weight * each.low
            high += each.weight * (each.high or 0.0)
    share = weight_answered / weight if weight else None
    rated = _rated(framework.thresholds, dimension, len(asked), applicable, answered, share, practice_set)
    score = _percent(stages, weight_answered) if rated else None
    return DimensionScore(
        id=dimension.id,
        score=score,
        low=_percent(low, weight_ranged) if rated else None,
        high=_percent(high, weight_ranged) if rated else None,
        evidenced=_percent(evidenced, weight_answered) if rated else None,
        coverage=share,
        rated=rated,
        band=band(score, framework.thresholds),
        practices=len(asked),
        applicable=applicable,
        answered=answered,
        self_rated=score,
    )


def _rated(
    thresholds: Thresholds,
    dimension: Dimension,
    asked: int,
    applicable: int,
    answered: int,
    share: float | None,
    practice_set: str,
) -> bool:
    """`asked`, `applicable` and `answered` count practices; `share` is the answered share of the applicable weight."""
    if practice_set == QUICK:
        return 0 < asked == answered
    if dimension.kind == "factor":
        return answered >= thresholds.factor_min_answered
    part, whole = thresholds.rated_share
    return share is not None and applicable >= thresholds.level_min_applicable and not below(share, part / whole)


def ratable(framework: Framework, found: DimensionScore, practice_set: str) -> bool:
    """Whether answers to all that applies would rate it: not where too few of its practices apply (method 1.3)."""
    dimension, applicable = framework.by_dimension[found.id], found.applicable
    return _rated(framework.thresholds, dimension, found.practices, applicable, applicable, 1.0, practice_set)


def _percent(total: float, weight: float) -> float:
    """A sum of weighted stages as a percentage of the top stage."""
    # Rounded far below what anyone sees: two thirds added thrice must not lift a score over the gate.
    return round(total / weight * PERCENT_PER_STAGE, 9)


def band(score: float | None, thresholds: Thresholds) -> str | None:
    """N, P, L or F: each band reaches up to and including its edge (method 1.1)."""
    if score is None:
        return None
    return BANDS[sum([above(score, edge) for edge in thresholds.band_edges])]
