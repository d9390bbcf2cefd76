"""Reads of the assumption ledger, and of what the company’s own figures suggest for it."""

from __future__ import annotations

import datetime

from ..models import Assumption, Company
from ..value.ledger import Assumption as LedgerEntry
from ..value.ledger import Ledger, ledger
from ..value.suggestions import MonthOfCustomers, Suggestion, readable, suggested
from .beside import LEDGER
from .figures import figures_of
from .voice import glance

NPS_DAYS = 365


def ledger_of(workspace_id: int, company_id: int) -> Ledger:
    """The ledger of a company in the order in which its rows were entered; one query."""
    rows = Assumption.objects.filter(workspace=workspace_id, company=company_id).order_by("pk")
    return ledger(LedgerEntry(**each) for each in rows.values(*LEDGER))


def suggestions_for(company: Company, today: datetime.date) -> tuple[Suggestion, ...]:
    """What the counts of the last twelve months and the NPS of a year suggest; nothing where nothing was counted."""
    rows = [each for each in figures_of(company, today, kind="retention") if not each.touchpoint]
    months = [MonthOfCustomers(*(int(each.numbers[name]) for name in ("start", "end", "new"))) for each in rows]
    if not months:
        return ()
    asked = glance(company, today, NPS_DAYS).main("nps")
    return tuple(map(readable, suggested(months, asked.nps if asked else None)))
