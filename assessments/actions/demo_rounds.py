"""The rounds before, and what was done between them: a company of the demo that has come back twice."""

from __future__ import annotations

import datetime

from ..content.loader import framework
from ..demo.rounds import COMPANY, DEEDS, ROUNDS, earlier_sheet
from ..models import Assessment, Company, PlanItem, User
from ..reports.wording import headed
from .demo_round import add_round, sittings

DAY = datetime.timedelta(days=1)


def add_rounds(company: Company, owner: User, key: str, seed: int) -> None:
    """Give the company its earlier rounds, final and chained to the latest; within the caller’s transaction."""
    if key != COMPANY:
        return
    latest = Assessment.objects.get(workspace=company.workspace_id, company=company)
    before = None
    for each in ROUNDS:
        day = latest.held_on - each.days * DAY
        sheet = earlier_sheet(each, seed, day)
        row = add_round(company, owner, each.title, sheet, sittings(day, len(sheet.respondents)), "final")
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
