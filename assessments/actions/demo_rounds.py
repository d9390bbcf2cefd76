"""The rounds before, and what was done between them: a company of the demo that has come back twice."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from ..content.loader import framework
from ..demo.rounds import COMPANY, DEEDS, ROUNDS, earlier_sheet
from ..models import Assessment, Company, PlanItem, User
from ..reports.wording import headed

DAY = datetime.timedelta(days=1)


def add_rounds(
    company: Company,
    owner: User,
    key: str,
    seed: int,
    write: Callable[..., Any],
    sittings: Callable[[datetime.date, int], Sequence[datetime.datetime]],
) -> None:
    """Give the company its earlier rounds, final and chained to the latest; within the caller’s transaction.

    `write` stores a round, `sittings` says when people sat down to answer it (actions/demo.py).
    """
    if key != COMPANY:
        return
    latest = Assessment.objects.get(workspace=company.workspace_id, company=company)
    before = None
    for each in ROUNDS:
        day = latest.held_on - each.days * DAY
        sheet = earlier_sheet(each, seed, day)
        write(company, owner, each.title, sheet, sittings(day, len(sheet.respondents)), "final")
        row = Assessment.objects.get(workspace=company.workspace_id, company=company, title=each.title)
        Assessment.objects.filter(workspace=company.workspace_id, pk=row.pk).update(previous=before)
        before = row
    Assessment.objects.filter(workspace=company.workspace_id, pk=latest.pk).update(previous=before)
    Company.objects.filter(workspace=company.workspace_id, pk=company.pk).update(round_months=6)
    PlanItem.objects.bulk_create(_deeds(company, owner, latest))


def _deeds(company: Company, owner: User, latest: Assessment) -> list[PlanItem]:
    """What was done between the rounds: the steps of the framework, in the language of the company."""
    frame = framework()
    return [
        PlanItem(
            workspace_id=company.workspace_id,
            company=company,
            title=headed(frame.practices[each.practice].steps[each.from_stage].do.to("zh-hans")),
            practice=each.practice,
            from_stage=each.from_stage,
            to_stage=each.from_stage + 1,
            state="done",
            origin="step",
            done_on=latest.held_on - each.days * DAY,
            created_by=owner,
        )
        for each in DEEDS
    ]
