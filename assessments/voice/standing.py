"""The experience index of each touchpoint, and of all of them by their importance (method 4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .counts import Counts, size
from .index import Index, experience_index, overall
from .metrics import ces, csat, nps
from .series import CES, CSAT, NPS, Question

USUAL_IMPORTANCE = 2


@dataclass(frozen=True, slots=True)
class TouchpointIndex:
    """A touchpoint, its importance (1..3), its index (None with fewer than two measures of ten answers), its answers.

    `n` counts the answers to the questions the index is made of, by measure.
    """

    name: str
    importance: int
    index: Index | None
    n: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class IndexOfTouchpoints:
    """Of all touchpoints with an index, weighted by importance: `value` 0..100, None where none has one."""

    value: float | None
    touchpoints: tuple[TouchpointIndex, ...]

    @property
    def without(self) -> tuple[str, ...]:
        """The touchpoints that have too few answers for an index."""
        return tuple(each.name for each in self.touchpoints if each.index is None)


def index_of_touchpoints(
    places: Mapping[str, Mapping[Question, Counts]], importances: Mapping[str, int]
) -> IndexOfTouchpoints:
    """The index of each touchpoint from the counts of its questions, the least first, those without one last."""
    rows = [_row(name, importances.get(name, USUAL_IMPORTANCE), places[name]) for name in places]
    rows.sort(key=lambda each: (each.index is None, each.index.value if each.index else 0, each.name))
    whole = overall((each.index.value, each.importance) for each in rows if each.index)
    return IndexOfTouchpoints(whole, tuple(rows))


def most_answered(questions: Mapping[Question, Counts], measure: str) -> tuple[Question, Counts] | None:
    """The question of a measure with most answers; None where nobody answered one."""
    found = [(each, counts) for each, counts in questions.items() if each.measure == measure and size(counts)]
    return max(found, key=lambda each: (size(each[1]), each[0]), default=None)


def _row(name: str, importance: int, questions: Mapping[Question, Counts]) -> TouchpointIndex:
    usable = {each: counts for each, counts in questions.items() if each.measure != CES or each.form}
    found = {each: most_answered(usable, each) for each in (CSAT, NPS, CES)}
    return TouchpointIndex(
        name,
        importance,
        experience_index(
            (one := found[CSAT]) and csat(one[1], one[0].high),
            (one := found[NPS]) and nps(one[1]),
            (one := found[CES]) and ces(one[1], one[0].form or ""),
        ),
        {measure: size(one[1]) for measure, one in found.items() if one},
    )
