"""Reads of assessments: the lists, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from ..content.loader import framework
from ..models import Answer, Assessment, Company, Respondent, User, Workspace


@dataclass(frozen=True)
class AssessmentProgress:
    """An assessment in a list. `answered` counts practices that somebody answered, `asked` all of its set.

    `mine` says whether the person who reads the list answers in it.
    """

    assessment: Assessment
    answered: int
    asked: int
    mine: bool

    @property
    def status(self) -> str:
        """`open` before the first answer, `active` until every practice has one or it is closed, then `done`."""
        if not self.assessment.is_open:
            return "done"
        if not self.answered:
            return "open"
        return "active" if self.answered < self.asked else "done"


def assessments_of(company: Company, reader: int | None) -> list[AssessmentProgress]:
    """The rounds of a company as of today, newest first; two queries."""
    own = Respondent.objects.filter(workspace=company.workspace_id, assessment=OuterRef("pk"), user_id=reader)
    rows = Assessment.objects.filter(workspace=company.workspace_id, company=company).annotate(mine=Exists(own))
    found = [each.as_of_today() for each in rows.order_by("-held_on", "-pk")]
    counts = _answered(company.workspace, found) if found else {}
    return [AssessmentProgress(each, counts.get(each.pk, 0), len(_asked(each)), each.mine) for each in found]


def group_of(user: User, assessment: Assessment) -> str:
    """The group in which a person answers; empty where they do not."""
    own = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment, user=user)
    return own.values_list("group", flat=True).first() or ""


def _asked(assessment: Assessment) -> set[str]:
    frame = framework(assessment.framework, assessment.framework_version)
    return {each.id for each in frame.asked(assessment.practice_set)}


def _answered(workspace: Workspace, assessments: Iterable[Assessment]) -> dict[int, int]:
    """How many practices of each assessment's own set have an answer: a quick one may hold answers of a full one."""
    sets = {each.pk: _asked(each) for each in assessments}
    rows = (
        Answer.objects.filter(workspace=workspace, respondent__assessment__in=sets)
        .values_list("respondent__assessment", "practice")
        .distinct()
    )
    counts: dict[int, int] = {}
    for assessment, practice in rows:
        counts[assessment] = counts.get(assessment, 0) + (practice in sets[assessment])
    return counts
