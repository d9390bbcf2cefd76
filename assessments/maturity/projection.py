"""What the pyramid would be once given steps are done: the same scoring with those practices at their later stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..content.schema import Framework
from . import pyramid
from .dimensions import score_dimension
from .scorecard import Scorecard
from .steps import Step


@dataclass(frozen=True, slots=True)
class Projection:
    """Expected scores by dimension id (0..100, None: not rated) and the level they would achieve."""

    scores: dict[str, float | None]
    levels: tuple[float | None, ...]
    achieved: int


def project(framework: Framework, card: Scorecard, steps: Iterable[Step]) -> Projection:
    """The scores expected when every one of `steps` is done and nothing else changes. No practice ever falls."""
    practices = dict(card.practices)
    for step in steps:
        found = practices[step.practice]
        stage = max(found.stage or 0.0, float(step.to_stage))
        practices[step.practice] = found._replace(stage=stage, low=stage, high=stage, evidenced=stage)
    scores = {
        each.id: score_dimension(framework, each, practices, card.practice_set).score for each in framework.dimensions
    }
    levels = tuple(scores[each.id] for each in framework.levels)
    return Projection(scores, levels, pyramid.achieved(levels, framework.thresholds))
