"""Which companies are due for their next round, and who may start it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from ..calendar_months import months_after
from ..models import WRITING_ROLES, Assessment, Company, Membership


class DueRound(NamedTuple):
    """A company whose next round is due since a day, and its last round."""

    company: Company
    last: Assessment
    since: datetime.date


def due_round(company: Company, today: datetime.date) -> DueRound | None:
    """The next round of a company where it is due: none of its rounds is open, the last one long enough ago.

    One query.
    """
    if not company.round_months:
        return None
    rows = Assessment.objects.filter(workspace=company.workspace_id, company=company).order_by("-held_on", "-pk")
    rounds = list(rows.only("code", "title", "held_on", "state", "closes_on", "workspace", "company"))
    if not rounds or any(each.is_open for each in rounds):
        return None
    since = months_after(rounds[0].held_on, company.round_months)
    return DueRound(company, rounds[0], since) if since <= today else None


def rounds_due(today: datetime.date) -> Iterator[DueRound]:
    """Every company whose next round is due and of which nobody has been told yet."""
    rows = Company.objects.filter(round_months__isnull=False, deleted_at=None, workspace__deleted_at=None)
    for company in rows.select_related("workspace").order_by("pk"):
        due = due_round(company, today)
        if due and (company.round_reminded_on is None or company.round_reminded_on < due.since):
            yield due


def may_start(company: Company) -> list[Membership]:
    """Those who may start a round there, with their accounts; one query."""
    rows = Membership.objects.filter(workspace=company.workspace_id, role__in=WRITING_ROLES, user__is_active=True)
    found = rows.select_related("user").order_by("pk")
    return [each for each in found if each.company_id in (None, company.pk)]
