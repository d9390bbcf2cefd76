"""Rows in, values out: the answer sheet and the facts of an assessment, as the core and the report want them."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from django.db import connection
from django.db.models import Q
from django.utils.timezone import localdate

from ..maturity import answers as value
from ..maturity.anonymity import anonymous_sheet
from ..models import OPEN_STATES, AgreedStage, Answer, Assessment, RedFlag, Respondent
from ..reports.document import Facts

# By hand, because every opening of a report asks it: what it is about, what is agreed, who answers, how much and when.
STATE = """
WITH around AS MATERIALIZED (SELECT b.id,
    (SELECT COUNT(*) || ' ' || COUNT(closed_at) || ' ' || MAX(raised_at) FROM assessments_redflag e
     WHERE e.workspace_id = b.workspace_id AND e.company_id = b.company_id) AS flags,
    (SELECT COUNT(*) || ' ' || SUM(version) || ' ' || MAX(updated_at) FROM assessments_journey e
     WHERE e.workspace_id = b.workspace_id AND e.company_id = b.company_id) AS journeys,
    (SELECT COUNT(*) || ' ' || SUM(importance) FROM assessments_touchpoint e
     WHERE e.workspace_id = b.workspace_id AND e.company_id = b.company_id) AS touchpoints,
    (SELECT COUNT(*) || ' ' || MAX(entered_at) FROM assessments_figure e
     WHERE e.workspace_id = b.workspace_id AND e.company_id = b.company_id) AS figures,
    (SELECT COUNT(*) || ' ' || SUM(version) || ' ' || MAX(settled_at) FROM assessments_agreedstage e
     WHERE e.workspace_id = b.workspace_id AND e.assessment_id = b.id) AS settled
    FROM assessments_assessment b WHERE b.workspace_id = %s AND b.id = %s)
SELECT a.updated_at, a.state, a.anonymous, a.minimum_group, around.*,
    a.title, a.held_on, a.practice_set, a.red_flags, a.targets, c.name, c.industry, c.size, c.customers_at, w.name,
    r.id, r.name, r."group",
    (SELECT COUNT(*) || ' ' || MAX(saved_at) FROM assessments_answer s
     WHERE s.workspace_id = r.workspace_id AND s.respondent_id = r.id)
FROM assessments_assessment a
JOIN around ON around.id = a.id
JOIN assessments_company c ON c.id = a.company_id
JOIN assessments_workspace w ON w.id = a.workspace_id
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
    """Everything that was answered and agreed; four queries, however many respondents.

    The one door to what people said: of an anonymous assessment only what may be shown comes through it, and nothing
    while it is sealed.
    """
    if not assessment.anonymous:
        return _told(assessment, _respondents(assessment))
    people = [] if is_sealed(assessment) else _respondents(assessment)
    return anonymous_sheet(_told(assessment, people), assessment.minimum_group)


def own_sheet_of(assessment: AssessmentRow, user_id: int | None) -> value.AnswerSheet:
    """What this person said themselves, even in an anonymous assessment, and what was agreed; four queries."""
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
        raised=_raised(assessment),
    )


def _agreed(assessment: AssessmentRow) -> dict[str, value.Agreed]:
    """What the review settled on and has not taken back."""
    rows = AgreedStage.objects.filter(workspace=assessment.workspace_id, assessment=assessment, stage__isnull=False)
    told = rows.values_list("practice", "stage", "reason")
    return {practice: value.Agreed(stage, reason) for practice, stage, reason in told}


def _raised(assessment: AssessmentRow) -> tuple[value.RaisedFlag, ...]:
    """The company’s red flags that are open; of a final assessment those that were open when it became final."""
    rows = RedFlag.objects.filter(workspace=assessment.workspace_id, company=assessment.company_id)
    if assessment.state == "final":
        then = assessment.updated_at
        rows = rows.filter(Q(closed_at=None) | Q(closed_at__gt=then), raised_at__lte=then)
    else:
        rows = rows.filter(closed_at=None)
    return tuple(
        value.RaisedFlag(each.flag, each.origin, localdate(each.raised_at), each.evidence, each.numbers)
        for each in rows.order_by("flag", "raised_at")
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


def stamp_of(workspace_id: int, assessment_id: int) -> str:
    """A short text that changes whenever anything the report is made of changes; one query."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, (workspace_id, assessment_id) * 2)
        return sha256(repr(cursor.fetchall()).encode()).hexdigest()


def _respondents(assessment: AssessmentRow) -> list[Respondent]:
    found = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment).order_by("pk")
    return list(found.only("pk", "name", "group", "user_id"))
