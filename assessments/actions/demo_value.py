"""The target of the demo, and the assumptions on what better experience is worth there."""

from __future__ import annotations

import datetime

from ..demo.value import aimed, ledger
from ..models import Assessment, Company, User
from .assumptions import save_ledger
from .goals import set_goal

NOTED_BEFORE = datetime.timedelta(days=20)


def add_value(company: Company, owner: User, key: str, today: datetime.date) -> None:
    """Give a company of the demo its target, counted from its first full round, and its ledger."""
    found = aimed(key)
    if found is None:
        return
    rounds = Assessment.objects.filter(workspace=company.workspace_id, company=company, practice_set="full")
    by = today + datetime.timedelta(days=found.days_left)
    base = rounds.order_by("held_on", "pk")[0]
    set_goal(user=owner, company=company, assessment=base, targets=found.targets, by=by)
    rows = ledger(key, today - NOTED_BEFORE)
    save_ledger(user=owner, company=company, rows=rows, currency=found.currency)
