"""Companies with rounds for the tests of the portfolio and the benchmark."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from assessments.content.loader import framework
from assessments.models import Answer, Assessment, Company, Respondent, Standing, Workspace
from tests.answers import all_say


def company(workspace: Workspace, name: str, **columns: Any) -> Company:
    return Company.objects.create(workspace=workspace, name=name, **columns)


def held(
    company: Company,
    stage: int | None,
    *,
    on: datetime.date | None = None,
    people: int = 1,
    state: str = "final",
    practices: int = 56,
    **columns: Any,
) -> Assessment:
    """A round in which everybody answers the same stage everywhere; None: nobody has answered."""
    row = Assessment.objects.create(
        workspace_id=company.workspace_id,
        company=company,
        title=columns.pop("title", "A round"),
        held_on=on or timezone.localdate() - datetime.timedelta(days=150),
        state=state,
        **columns,
    )
    found = Respondent.objects.bulk_create(
        Respondent(workspace_id=company.workspace_id, assessment=row, name=f"P{at}", group="leaders")
        for at in range(people)
    )
    if stage is not None:
        all_say(found, dict.fromkeys(list(framework().practices)[:practices], stage))
    return row


def say(assessment: Assessment, stage: int) -> None:
    """Everybody changes their mind, as the page of a question saves it."""
    now = timezone.now()
    Answer.objects.filter(respondent__assessment=assessment).update(stage=stage, saved_at=now, chosen_at=now)


def kept(company: Company) -> list[Standing]:
    return list(Standing.objects.filter(company=company).order_by("-held_on"))
