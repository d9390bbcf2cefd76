"""The rhythm of a company's rounds: how often, and the e-mail when the next one is due."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from ..models import Company, User
from ..queries.rounds_due import DueRound, due_round, may_start, rounds_due
from .audit import record
from .meanwhile import still_as_read
from .messages import owe_message


@transaction.atomic
def set_rhythm(*, user: User, company: Company, months: int | None) -> None:
    """A next round is due so many months after the last, or whenever somebody likes (None).

    Raises MeanwhileChanged where somebody else has chosen another rhythm since the company was read.
    """
    row = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    still_as_read(row, company, {"round_months": months})
    if row.round_months == months:
        return
    row.round_months, row.round_reminded_on = months, None
    row.save(update_fields=["round_months", "round_reminded_on"])
    company.round_months, company.round_reminded_on = months, None
    detail = {"round_months": months}
    record("rhythm-set", row, actor=user, detail=detail)


def remind_of_rounds() -> int:
    """Queue an e-mail to everybody who may start a round that is due, once for each round; how many were queued.

    Run it once a day or more often: doing it twice does nothing more.
    """
    return sum(_remind(each) for each in list(rounds_due(timezone.localdate())))


@transaction.atomic
def _remind(due: DueRound) -> int:
    today = timezone.localdate()
    rows = Company.objects.select_for_update().filter(workspace=due.company.workspace_id, pk=due.company.pk)
    row = rows.first()
    if row is None or _told(row.round_reminded_on, due.since) or due_round(row, today) is None:
        return 0
    rows.update(round_reminded_on=today)
    return sum(
        owe_message(
            kind="round",
            key=f"round:{due.last.code}:{due.since}:{member.pk}",
            workspace_id=row.workspace_id,
            language=member.user.language,
            assessment=due.last,
            member=member,
        )
        for member in may_start(row)
    )


def _told(on: datetime.date | None, since: datetime.date) -> bool:
    return on is not None and on >= since
