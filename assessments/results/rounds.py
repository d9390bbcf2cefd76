"""Rounds of the database set side by side: through the one door to answers, scored, compared by the core.

The comparison page, its files, the trend of a company and the report's “since last time” all come through here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils import timezone

from ..content.loader import framework
from ..maturity.answers import AnswerSheet
from ..maturity.scorecard import Scorecard
from ..maturity.scoring import score
from ..queries.sheets import AssessmentRow
from ..rounds.between import Work
from ..rounds.common import Round
from ..rounds.privacy import too_close
from ..rounds.rounds import MOST, Comparison, compare
from .round_scores import Scored, scores_of


class DoneWork(Protocol):
    """What of the plan is done."""

    @property
    def code(self) -> object: ...
    @property
    def practice(self) -> str: ...
    @property
    def done_on(self) -> datetime.date | None: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """Rounds side by side, oldest first, with their rows and scores in the same order.

    `withheld`: single practices must not be shown (assessments/rounds/privacy.py).
    """

    assessments: tuple[AssessmentRow, ...]
    scored: tuple[Scored, ...]
    comparison: Comparison
    withheld: bool


def comparable(assessments: Iterable[AssessmentRow]) -> list[AssessmentRow]:
    """Of these rounds, newest first, those of one framework; its versions may differ."""
    found = list(assessments)
    return [each for each in found if each.framework == found[0].framework]


def compare_rows(assessments: Sequence[AssessmentRow], done: Iterable[DoneWork] = ()) -> Compared:
    """Two to six rounds of one company compared; three queries, however many there are, one where nothing changed."""
    rows = sorted(assessments, key=lambda each: (each.held_on, each.pk))[:MOST]
    scored = scores_of(rows)
    work = [work_in(each) for each in done]
    comparison = compare([_held(each, found.card) for each, found in zip(rows, scored, strict=True)], work)
    close = too_close([(each.people, each.minimum_group) for each in scored])
    return Compared(tuple(rows), tuple(scored), comparison, close)


def round_of(assessment: AssessmentRow, sheet: AnswerSheet) -> Round:
    """One round, scored."""
    frame = framework(assessment.framework, assessment.framework_version)
    return _held(assessment, score(frame, sheet, timezone.localdate()))


def _held(assessment: AssessmentRow, card: Scorecard) -> Round:
    frame = framework(assessment.framework, assessment.framework_version)
    return Round(assessment.title, assessment.held_on, frame, card)


def work_in(item: DoneWork) -> Work:
    """An item of the plan as the comparison takes it."""
    return Work(str(item.code), item.practice, item.done_on)
