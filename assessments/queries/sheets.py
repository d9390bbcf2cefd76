"""Rows in, values out: the answer sheet and the facts of an assessment, as the core and the report want them."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from django.db import connection

from ..maturity import answers as value
from ..maturity.anonymity import anonymous_sheet
from ..models import OPEN_STATES, AgreedStage, Answer, Assessment, Respondent
from ..reports.document import Facts

# By hand, because every opening of a report asks it: what it is about, what is agreed, who answers, how much and when.
STATE = """
SELECT a.updated_at, a.state, a.anonymous, a.minimum_group, settled.those,
    a.title, a.held_on, a.practice_set, a.red_flags, a.targets, c.name, c.industry, c.size, w.name,
    r.id, r.name, r."group",
    (SELECT COUNT(*) || ' ' || MAX(saved_at) FROM assessments_answer s
     WHERE s.workspace_id = r.workspace_id AND s.respondent_id = r.id)
FROM assessments_assessment a
JOIN assessments_company c ON c.id = a.company_id
JOIN assessments_workspace w ON w.id = a.workspace_id
LEFT JOIN (SELECT assessment_id, COUNT(*) || ' ' || SUM(version) || ' ' || MAX(settled_at) AS those
    FROM assessments_agreedstage WHERE workspace_id = %s AND assessment_id = %s GROUP BY assessment_id) settled
    ON settled.assessment_id = a.id
LEFT JOIN assessments_respondent r ON r.workspace_id = a.workspace_id AND r.assessment_id = a.id
WHERE a.workspace_id = %s AND a.id = %s ORDER BY r.id
"""

AssessmentRow = Assessment  # the name under which views and results may speak of a row without importing models


class Stateful(Protocol):
    """An assessment, or somebody's place in one."""

    @property
    def anonymous(self) -> bool: ...
    @property
    def state(self) -> str: ...


def is_sealed(assessment: Stateful) -> bool:
    """Whether nobody may see results yet: an anonymous assessment before its review.

    What it says before and after one person's answers would tell what they have said.
    """
    return assessment.anonymous and assessment.state in OPEN_STATES


def sheet_of(assessment: AssessmentRow) -> value.AnswerSheet:
    """Everything that was answered and agreed; three queries, however many respondents.

    The one door to what people said: of an anonymous assessment only what may be shown comes through it, and nothing
    while it is sealed.
    """
    if not assessment.anonymous:
        return _told(assessment, _respondents(assessment))
    people = [] if is_sealed(assessment) else _respondents(assessment)
    return anonymous_sheet(_told(assessment, people), assessment.minimum_group)


def own_sheet_of(assessment: AssessmentRow, user_id: int | None) -> value.AnswerSheet:
    """What this person said themselves, even in an anonymous assessment, and what was agreed; three queries."""
    return _told(assessment, [each for each in _respondents(assessment) if user_id and each.user_id == user_id])


def _told(assessment: AssessmentRow, people: list[Respondent]) -> value.AnswerSheet:
    given: dict[int, dict[str, value.Answer]] = {each.pk: {} for each in people}
    rows = Answer.objects.filter(workspace=assessment.workspace_id, respondent__in=list(given)).values_list(
        "respondent_id", "practice", "stage", "dont_know", "not_applicable", "note", "evidence"
    )
    for respondent, practice, *answer in rows:
        given[respondent][practice] = value.Answer(*answer)
    return value.AnswerSheet(
        respondents=tuple(value.Respondent(each.name, each.group, given[each.pk]) for each in people),
        held_on=assessment.held_on,
        practice_set=assessment.practice_set,
        red_flags=frozenset(assessment.red_flags),
        targets=assessment.targets,
        agreed=_agreed(assessment),
    )


def _agreed(assessment: AssessmentRow) -> dict[str, value.Agreed]:
    """What the review settled on and has not taken back."""
    rows = AgreedStage.objects.filter(workspace=assessment.workspace_id, assessment=assessment, stage__isnull=False)
    told = rows.values_list("practice", "stage", "reason")
    return {practice: value.Agreed(stage, reason) for practice, stage, reason in told}


def facts_of(assessment: AssessmentRow) -> Facts:
    """What is known of the assessment besides its answers; no query when company and workspace came along."""
    company = assessment.company
    return Facts(
        company=company.name,
        industry=company.industry,
        size=company.size,
        title=assessment.title,
        held_on=assessment.held_on,
        prepared_by=assessment.workspace.name,
    )


def stamp_of(workspace_id: int, assessment_id: int) -> str:
    """A short text that changes whenever anything the report is made of changes; one query."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, (workspace_id, assessment_id) * 2)
        return sha256(repr(cursor.fetchall()).encode()).hexdigest()


def _respondents(assessment: AssessmentRow) -> list[Respondent]:
    found = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment).order_by("pk")
    return list(found.only("pk", "name", "group", "user_id"))
