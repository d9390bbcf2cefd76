"""Targets as what the search must meet: lines for dimensions, floors for practices, and the trust index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..content.schema import Framework
from ..maturity.lines import above, below
from ..maturity.units import BANDS
from .targets import Target


class Line(NamedTuple):
    """What a dimension's score 0..100 must be: truly above one number, at least another."""

    above: float = -1.0
    least: float = 0.0

    def met(self, score: float) -> bool:
        """Whether a score is on the right side of both."""
        return above(score, self.above) and not below(score, self.least)


@dataclass(frozen=True, slots=True)
class Goal:
    """All that must hold at once: lines by dimension id, stages 0..4 by practice id, the trust index 0..100."""

    lines: Mapping[str, Line]
    floors: Mapping[str, int]
    trust: tuple[float, tuple[str, ...]] | None = None


def goals(framework: Framework, targets: Sequence[Target]) -> tuple[Goal, ...]:
    """The goals of which any one is enough to reach every target. There are several only for a trust band."""
    value = {each.kind: each.value for each in targets}
    floors = {each.about: int(each.value) for each in targets if each.kind == "practice"}
    factors = tuple(each.id for each in framework.factors)
    goal = Goal(_lines(framework, targets), floors, (value["trust"], factors) if "trust" in value else None)
    if "band" not in value:
        return (goal,)
    return tuple(_with(goal, edges) for edges in _bands(framework, int(value["band"])))


def _lines(framework: Framework, targets: Sequence[Target]) -> dict[str, Line]:
    lines: dict[str, Line] = {}
    for each in targets:
        if each.kind == "level":
            for level in framework.levels[: int(each.value)]:
                lines[level.id] = Line(above=framework.thresholds.gate)
    for each in targets:
        if each.kind == "dimension":
            lines[each.about] = lines.get(each.about, Line())._replace(least=each.value)
    return lines


def _with(goal: Goal, edges: Iterable[tuple[str, float]]) -> Goal:
    more = {key: goal.lines.get(key, Line())._replace(above=edge) for key, edge in edges}
    return replace(goal, lines={**goal.lines, **more})


def _bands(framework: Framework, band: int) -> Iterator[list[tuple[str, float]]]:
    """The ways to a band: all factors there, or one a band below and the others full (method 2.2)."""
    edges = (-1.0, *framework.thresholds.band_edges)
    factors = [each.id for each in framework.factors]
    yield [(key, edges[band]) for key in factors]
    for weakest in factors:
        yield [(key, edges[band - 1] if key == weakest else edges[len(BANDS) - 1]) for key in factors]
