"""Reads of what reports propose for a plan, and of what of it has been adopted."""

from __future__ import annotations

import uuid

from django.db import connection

from ..models import OPEN_STATES, Assessment, Company, PlanItem

# A step that is being worked on, or a gap the company lives with; and what is done, until the next round says more.
TAKEN = ("open", "doing", "accepted")
# By hand, because every opening of a report asks it.
STEPS = """
SELECT p.practice, p.state FROM assessments_company c
JOIN assessments_planitem p ON p.workspace_id = c.workspace_id AND p.company_id = c.id
WHERE c.workspace_id = %s AND c.code = %s AND p.origin = 'step'
    AND (p.state IN (%s, %s, %s) OR (p.state = 'done' AND p.assessment_id = %s))
ORDER BY p.id
"""


def reported(company: Company) -> Assessment | None:
    """The last assessment whose results may be seen: one that is closed, else the newest. Company and workspace come
    along; one query."""
    rows = Assessment.objects.filter(workspace=company.workspace_id, company=company)
    rows = rows.exclude(anonymous=True, state__in=OPEN_STATES).select_related("company", "workspace")
    found = list(rows.order_by("-held_on", "-pk")[:20])
    return next((each for each in found if each.state not in OPEN_STATES), found[0] if found else None)


def is_taken(item: PlanItem, assessment_id: int | None) -> bool:
    """Whether an item stands for its practice’s step of this assessment, as `steps_taken` has it."""
    done = item.state == "done" and item.assessment_id == assessment_id
    return item.origin == "step" and (item.state in TAKEN or done)


def steps_taken(workspace_id: int, company_code: uuid.UUID, assessment_id: int | None) -> dict[str, str]:
    """The practices whose step is in the plan of a company, each with the state of its item; one query.

    What is done counts for the assessment that proposed it only: a later one may ask for the next step.
    """
    code = Company._meta.get_field("code").get_db_prep_value(company_code, connection)
    with connection.cursor() as cursor:
        cursor.execute(STEPS, (workspace_id, code, *TAKEN, assessment_id))
        return dict(cursor.fetchall())


def assessment_of(company: Company, code: uuid.UUID) -> Assessment | None:
    """One assessment of a company; company and workspace come along."""
    rows = Assessment.objects.filter(workspace=company.workspace_id, company=company, code=code)
    return rows.select_related("company", "workspace").first()
