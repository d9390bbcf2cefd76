"""Rows in, values out: the answer sheet and the facts of an assessment, as the core and the report want them."""

from __future__ import annotations

from hashlib import sha256

from django.db import connection

from ..maturity import answers as value
from ..models import Answer, Assessment, Respondent
from ..reports.document import Facts

# By hand, because every opening of a report asks it: who answers, how much, and when last.
STATE = """
SELECT r.id, r.name, r."group",
    (SELECT COUNT(*) FROM assessments_answer a WHERE a.workspace_id = r.workspace_id AND a.respondent_id = r.id),
    (SELECT MAX(saved_at) FROM assessments_answer a WHERE a.workspace_id = r.workspace_id AND a.respondent_id = r.id)
FROM assessments_respondent r WHERE r.workspace_id = %s AND r.assessment_id = %s ORDER BY r.id
"""

AssessmentRow = Assessment  # the name under which views and results may speak of a row without importing models


def sheet_of(assessment: AssessmentRow) -> value.AnswerSheet:
    """Everything that was answered; two queries, however many respondents."""
    people = list(_respondents(assessment))
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
    )


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


def stamp_of(assessment: AssessmentRow) -> str:
    """A short text that changes whenever anything the report is made of changes; one query."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, (assessment.workspace_id, assessment.pk))
        people = cursor.fetchall()
    facts = facts_of(assessment)
    parts = (assessment.updated_at, assessment.red_flags, assessment.targets, assessment.practice_set, facts, people)
    return sha256(repr(parts).encode()).hexdigest()


def _respondents(assessment: AssessmentRow) -> list[Respondent]:
    found = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment).order_by("pk")
    return list(found.only("pk", "name", "group"))
