"""Reads of the rounds of a company: which there are, what was done between them, and whether anything has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from django.db import connection

from ..models import Assessment, Company, PlanItem
from .sheets import AssessmentRow
from .stamps import ANSWERS

# By hand, because the company's first screen asks it each time: who answers in these rounds, and
# whether any answer is another one.
STATE = f"""
SELECT a.id, a.updated_at, a.state, a.title, a.held_on, r.id, r."group",
    {ANSWERS},
    (SELECT COUNT(*) || ' ' || SUM(version) FROM assessments_agreedstage e
     WHERE e.workspace_id = a.workspace_id AND e.assessment_id = a.id)
FROM assessments_assessment a
LEFT JOIN assessments_respondent r ON r.workspace_id = a.workspace_id AND r.assessment_id = a.id
WHERE a.workspace_id = %s AND a.id IN ({{keys}}) ORDER BY a.id, r.id
"""  # noqa: S608 - words of ours


def rounds_of(company: Company) -> list[AssessmentRow]:
    """The rounds that are over, newest first: no other may be set beside one another. One query."""
    rows = Assessment.objects.filter(workspace=company.workspace_id, company=company).order_by("-held_on", "-pk")
    return over(rows)


def over(assessments: Iterable[AssessmentRow]) -> list[AssessmentRow]:
    """Those whose answers are closed, in the order given."""
    return [each for each in assessments if each.as_of_today().state in ("review", "final")]


def stamp_of_rounds(assessments: Sequence[AssessmentRow]) -> str:
    """A short text that changes whenever anything changes that the scores of these rounds are made of; one query."""
    keys = ", ".join(["%s"] * len(assessments))
    with connection.cursor() as cursor:
        within = assessments[0].workspace_id
        cursor.execute(STATE.format(keys=keys), (within, *(each.pk for each in assessments)))
        return sha256(repr(cursor.fetchall()).encode()).hexdigest()


def next_of(assessment: AssessmentRow) -> AssessmentRow | None:
    """The round that was started from this one, if there is one; one query."""
    rows = Assessment.objects.filter(workspace=assessment.workspace_id, previous=assessment)
    return rows.only("code", "title").order_by("pk").first()


def work_of(company: Company) -> list[PlanItem]:
    """What of the plan is done, in the order in which it was done; one query."""
    rows = PlanItem.objects.filter(state="done", workspace=company.workspace_id, company=company)
    done = rows.filter(done_on__isnull=False).only("code", "title", "practice", "done_on", "owner")
    return list(done.order_by("done_on", "pk"))
