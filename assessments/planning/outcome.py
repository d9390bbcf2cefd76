"""What pyramid and trust would be with some practices at later stages: the real scoring, for every tick of a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..content.schema import Framework
from ..maturity import pyramid
from ..maturity.dimensions import score_dimension
from ..maturity.lines import below
from ..maturity.scorecard import DimensionScore, PracticeScore, Reservation, Scorecard, Trust
from ..maturity.trust import score_trust
from ..maturity.units import BANDS
from .targets import Target


@dataclass(frozen=True, slots=True)
class Outcome:
    """The expected result: scores 0..100 by dimension id (None: not rated), levels, trust and reservations.

    `achieved`, `strict`, `decimal` and `average` are those of a scorecard’s headline (method 1.1): None where what
    comes next is not rated.
    """

    scores: Mapping[str, float | None]
    levels: tuple[DimensionScore, ...]
    achieved: int
    strict: int | None
    decimal: float | None
    average: float | None
    trust: Trust
    reservations: tuple[Reservation, ...]
    practices: Mapping[str, PracticeScore]


def after(framework: Framework, card: Scorecard, stages: Mapping[str, int]) -> Outcome:
    """What `card` becomes once practices stand at `stages` (0..4, by id) and nothing else changes.

    No practice falls, and one of which no stage is known stays unknown: a step never answers a question.
    """
    practices = {key: _lifted(found, stages[key]) if key in stages else found for key, found in card.practices.items()}
    scored = {each.id: score_dimension(framework, each, practices, card.practice_set) for each in framework.dimensions}
    levels = [scored[each.id].score for each in framework.levels]
    achieved = pyramid.achieved(levels, framework.thresholds)
    return Outcome(
        scores={key: each.score for key, each in scored.items()},
        levels=tuple(scored[each.id] for each in framework.levels),
        achieved=achieved,
        strict=pyramid.strict(levels, framework.thresholds),
        decimal=pyramid.decimal(levels, framework.thresholds),
        average=pyramid.average(levels),
        trust=score_trust(framework, tuple(scored[each.id] for each in framework.factors), card.red_flags),
        reservations=pyramid.reservations(framework, practices, achieved),
        practices=practices,
    )


def _lifted(found: PracticeScore, stage: int) -> PracticeScore:
    if found.stage is None or found.stage >= stage:
        return found
    later = float(stage)
    return found._replace(stage=later, low=later, high=later, evidenced=later)


def value_of(outcome: Outcome, target: Target) -> float | None:
    """Where a target stands in the unit of its value; None where it is not rated, not asked or not answered."""
    if target.kind == "level":
        return float(outcome.achieved)
    if target.kind == "trust":
        return outcome.trust.index
    if target.kind == "band":
        return None if outcome.trust.band is None else float(BANDS.index(outcome.trust.band))
    if target.kind == "dimension":
        return outcome.scores[target.about]
    found = outcome.practices.get(target.about)
    return found.stage if found else None


def holds(outcome: Outcome, target: Target) -> bool:
    """Whether a target is reached. For a level the gate has been passed already: it is achieved, or it is not."""
    value = value_of(outcome, target)
    return value is not None and not below(value, target.value)
