"""The feeling along a journey: values by stage and in all, the peak, the end, and what is remembered of them.

Remembered quality follows the most intense moment and the end rather than the mean (Fredrickson and Kahneman 1993);
the effect is weaker for long journeys with a goal of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from .map import Emotion, JourneyMap, Stage, Touchpoint


@dataclass(frozen=True, slots=True)
class Felt:
    """The feeling at one touchpoint; `place` counts all touchpoints of the map from 0, `stage` its stages."""

    place: int
    stage: int
    touchpoint: Touchpoint
    emotion: Emotion

    @property
    def value(self) -> float:
        return self.emotion.value


@dataclass(frozen=True, slots=True)
class StageFeeling:
    """A stage with the mean of its values, weighted by n where known, and the people asked; None where nobody was."""

    stage: Stage
    value: float | None
    n: int | None


@dataclass(frozen=True, slots=True)
class Feeling:
    """The whole line, on the scale of the map. `points` are the touchpoints with a value, at least one."""

    points: tuple[Felt, ...]
    stages: tuple[StageFeeling, ...]
    mean: float
    peak: Felt
    end: Felt
    lowest: Felt

    @property
    def peak_end(self) -> float:
        """What is likely to be remembered: the mean of the most intense moment and the end."""
        return (self.peak.value + self.end.value) / 2


def feeling(map: JourneyMap) -> Feeling | None:
    """The feeling along the map; None where nothing is known, and in planned maps, which nobody has lived through."""
    points = _points(map)
    if not points:
        return None
    values = [point.value for point in points]
    return Feeling(
        points,
        stage_feelings(map),
        fmean(values),
        peak=max(points, key=lambda each: (abs(each.value), each.value < 0)),
        end=points[-1],
        lowest=min(points, key=lambda each: each.value),
    )


def stage_feelings(map: JourneyMap) -> tuple[StageFeeling, ...]:
    """Every stage of the map with its value."""
    return tuple(_stage(stage, map.kind == "actual") for stage in map.stages)


def _points(map: JourneyMap) -> tuple[Felt, ...]:
    touchpoints = [(number, each) for number, stage in enumerate(map.stages) for each in stage.touchpoints]
    return tuple(
        Felt(place, stage, each, each.emotion)
        for place, (stage, each) in enumerate(touchpoints)
        if each.emotion and map.kind == "actual"
    )


def _stage(stage: Stage, lived: bool) -> StageFeeling:
    emotions = [each.emotion for each in stage.touchpoints if each.emotion and lived]
    asked = [each.n for each in emotions if each.n is not None]
    return StageFeeling(stage, _mean(emotions), sum(asked) if asked else None)


def _mean(emotions: Sequence[Emotion]) -> float | None:
    """The mean weighted by n; a value whose n nobody knows, or which is assumed of no one, counts as one person's."""
    weights = [each.n or 1 for each in emotions]
    if not weights:
        return None
    return fmean((each.value for each in emotions), weights)
