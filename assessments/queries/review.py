"""Reads for the review: the agreed stages, and every practice with what people say about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..content.loader import framework
from ..content.schema import Framework
from ..maturity.review import Reviewed, review
from ..models import AgreedStage, Assessment, Respondent
from .sheets import sheet_of


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was settled last on a practice, by whom and when. No stage: it was taken back.

    `by` is empty for somebody who is gone. `version` is what the next who settles must have seen.
    """

    stage: int | None
    reason: str
    by: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Review:
    """The whole review of an assessment: its practices in order, and what was settled on them.

    `too_few`: so few have answered an anonymous one, fewer than `least`, that nothing is shown.
    """

    framework: Framework
    practices: tuple[Reviewed, ...]
    agreements: dict[str, Agreement]
    people: int
    invited: int
    least: int
    too_few: bool

    @property
    def settled(self) -> int:
        """How many practices have an agreed stage."""
        return sum(each.settled for each in self.practices)

    @property
    def pressing(self) -> int:
        """How many are flagged and not settled."""
        return sum(each.pressing for each in self.practices)


def review_of(assessment: Assessment) -> Review:
    """Everything the review of an assessment knows: as many queries for one respondent as for hundreds."""
    frame = framework(assessment.framework, assessment.framework_version)
    sheet, agreements = sheet_of(assessment), agreements_of(assessment)
    practices = review(frame, sheet, {practice: each.stage for practice, each in agreements.items()})
    return Review(
        framework=frame,
        practices=practices,
        agreements=agreements,
        people=sheet.people,
        invited=Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment).count(),
        least=sheet.minimum_group,
        too_few=sheet.too_few,
    )


def agreements_of(assessment: Assessment) -> dict[str, Agreement]:
    """What was settled on, by practice; one query."""
    rows = AgreedStage.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    return {each.practice: as_agreement(each) for each in rows.select_related("settled_by")}


def as_agreement(row: AgreedStage) -> Agreement:
    """A row as the review speaks of it."""
    by = (row.settled_by.name or row.settled_by.email) if row.settled_by else ""
    return Agreement(row.stage, row.reason, by, row.settled_at, row.version)
