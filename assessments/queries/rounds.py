"""Reads of the rounds of a company: which there are, and what was done between them."""

from __future__ import annotations

from collections.abc import Iterable

from ..models import Assessment, Company, PlanItem
from .sheets import AssessmentRow


def rounds_of(company: Company) -> list[AssessmentRow]:
    """The rounds that are over, newest first: no other may be set beside one another. One query."""
    rows = Assessment.objects.filter(workspace=company.workspace_id, company=company).order_by("-held_on", "-pk")
    return over(rows)


def over(assessments: Iterable[AssessmentRow]) -> list[AssessmentRow]:
    """Those whose answers are closed, in the order given."""
    return [each for each in assessments if each.as_of_today().state in ("review", "final")]


def next_of(assessment: AssessmentRow) -> AssessmentRow | None:
    """The round that was started from this one, if there is one; one query."""
    rows = Assessment.objects.filter(workspace=assessment.workspace_id, previous=assessment)
    return rows.only("code", "title").order_by("pk").first()


def work_of(company: Company) -> list[PlanItem]:
    """What of the plan is done, in the order in which it was done; one query."""
    rows = PlanItem.objects.filter(state="done", workspace=company.workspace_id, company=company)
    done = rows.filter(done_on__isnull=False).only("code", "title", "practice", "done_on", "owner")
    return list(done.order_by("done_on", "pk"))
