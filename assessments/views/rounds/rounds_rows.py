"""The rows of the page that sets rounds side by side: finished words for what the core has found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from ...content.schema import Framework
from ...reports.charts.rounds import Course
from ...reports.charts.shapes import css_class
from ...reports.round_words import Shown, change_text, practice_change_text
from ...reports.wording import score_text, stage_text
from ...rounds.changes import Change
from ...rounds.common import Round
from ...rounds.rounds import Comparison


class ComparedRow(NamedTuple):
    """A dimension or practice: its value in each round, and what changed from the first of them to the last."""

    id: str
    name: str
    tone: str
    values: tuple[str, ...]
    verdict: str
    change: str
    work: int = 0


class ComparedDimension(NamedTuple):
    """The practices of a dimension, and how many of them have visibly changed."""

    row: ComparedRow
    practices: tuple[ComparedRow, ...]
    moved: int


def dimension_rows(found: Comparison, language: str) -> list[ComparedRow]:
    """Levels and factors, in the order of the newest framework."""
    frame, changes = found.rounds[-1].framework, {each.id: each for each in found.whole.dimensions}
    return [
        _dimension(each.id, each.name.to(language), _scores(found.rounds, each.id), changes[each.id])
        for each in frame.dimensions
    ]


def practice_groups(found: Comparison, dimensions: Iterable[ComparedRow], language: str) -> list[ComparedDimension]:
    """The practices that any of the rounds gave a stage, by dimension."""
    frame, changes = found.rounds[-1].framework, {each.id: each for each in found.whole.practices}
    groups = []
    for row in dimensions:
        rows = tuple(
            ComparedRow(
                each.id,
                each.title.to(language),
                row.tone,
                _stages(found.rounds, each.id),
                changes[each.id].verdict,
                practice_change_text(changes[each.id], found.rounds[0], found.rounds[-1]),
                len(found.whole.touched.get(each.id, ())),
            )
            for each in frame.by_dimension[row.id].practices
            if each.id in changes
        )
        groups.append(ComparedDimension(row, rows, sum(each.verdict in ("up", "down") for each in rows)))
    return groups


def courses(rounds: Sequence[Round], kind: str, language: str) -> list[Course]:
    """The scores of the levels or factors over the rounds, to be drawn; each ends in its name and score."""
    frame = rounds[-1].framework
    found = []
    for each in frame.levels if kind == "level" else frame.factors:
        values = tuple(_score(one, each.id) for one in rounds)
        last = score_text(values[-1], frame.thresholds)
        found.append(Course(each.id, values, f"{each.name.to(language)} {last}"))
    return found


def _dimension(id: str, name: str, scores: Sequence[Shown], change: Change) -> ComparedRow:
    values = tuple(each.text for each in scores)
    return ComparedRow(id, name, css_class(id), values, change.verdict, change_text(change, scores[0], scores[-1]))


def _scores(rounds: Sequence[Round], dimension: str) -> list[Shown]:
    found = [(_score(each, dimension), each.framework.thresholds) for each in rounds]
    return [Shown(score, score_text(score, thresholds)) for score, thresholds in found]


def _score(held: Round, dimension: str) -> float | None:
    found = next((each for each in held.card.dimensions if each.id == dimension), None)
    return found.score if found and found.rated else None


def _stages(rounds: Sequence[Round], practice: str) -> tuple[str, ...]:
    scores = [each.card.practices.get(practice) for each in rounds]
    return tuple(stage_text(each.stage) if each else _("not asked") for each in scores)


def title_of(frame: Framework, practice: str, language: str) -> str:
    """The title of a practice; its id where this framework does not have it."""
    found = frame.practices.get(practice)
    return found.title.to(language) if found else practice
