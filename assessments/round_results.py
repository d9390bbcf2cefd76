"""Rounds of the database set side by side: through the one door to answers, scored, compared by the core.

The comparison page, its files, the trend of a company and the report's “since last time” all come through here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils import timezone

from .content.loader import framework
from .maturity.answers import AnswerSheet
from .maturity.scoring import score
from .queries.sheets import AssessmentRow, sheets_of
from .rounds.between import Work
from .rounds.common import Round
from .rounds.privacy import too_close
from .rounds.rounds import MOST, Comparison, compare


class Done(Protocol):
    """What of the plan is done."""

    @property
    def code(self) -> object: ...
    @property
    def practice(self) -> str: ...
    @property
    def done_on(self) -> datetime.date | None: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """Rounds side by side, oldest first, with their rows and sheets in the same order.

    `withheld`: single practices must not be shown (assessments/rounds/privacy.py).
    """

    assessments: tuple[AssessmentRow, ...]
    sheets: tuple[AnswerSheet, ...]
    comparison: Comparison
    withheld: bool


def comparable(assessments: Iterable[AssessmentRow]) -> list[AssessmentRow]:
    """Of these rounds, newest first, those of one framework; its versions may differ."""
    found = list(assessments)
    return [each for each in found if each.framework == found[0].framework]


def compare_rows(assessments: Sequence[AssessmentRow], done: Iterable[Done] = ()) -> Compared:
    """Two to six rounds of one company compared; four queries, however many there are."""
    rows = sorted(assessments, key=lambda each: (each.held_on, each.pk))[:MOST]
    sheets = sheets_of(rows)
    work = [work_in(each) for each in done]
    comparison = compare([round_of(each, sheet) for each, sheet in zip(rows, sheets, strict=True)], work)
    close = too_close([(sheet.people, sheet.minimum_group) for sheet in sheets])
    return Compared(tuple(rows), tuple(sheets), comparison, close)


def round_of(assessment: AssessmentRow, sheet: AnswerSheet) -> Round:
    """One round, scored."""
    frame = framework(assessment.framework, assessment.framework_version)
    return Round(assessment.title, assessment.held_on, frame, score(frame, sheet, timezone.localdate()))


def work_in(item: Done) -> Work:
    """An item of the plan as the comparison takes it."""
    return Work(str(item.code), item.practice, item.done_on)
