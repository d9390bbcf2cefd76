"""Raising and closing the red flags of a company, by people and by rules."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..models import Company, RedFlag, User
from ..queries.alarms import JOURNEY_RULES, alarms_of
from ..voice.alarms import Alarm, is_news
from .audit import record

log = logging.getLogger(__name__)


class AlreadyOpen(Exception):
    """The flag is open already: it is closed before it is raised again."""


class AlreadyClosed(Exception):
    """Somebody else has closed the flag meanwhile."""


@transaction.atomic
def raise_flag(
    *, user: User | None, company: Company, flag: str, evidence: str, origin: str = "hand", about: str = ""
) -> RedFlag:
    """Raise a red flag with what a person saw; `about` is the code of the comment or journey it comes from.

    Raises AlreadyOpen, and changes nothing, where it is open.
    """
    _lock(company)
    if _flags(company).filter(flag=flag, closed_at=None).exists():
        raise AlreadyOpen
    row = RedFlag.objects.create(
        workspace_id=company.workspace_id,
        company=company,
        flag=flag,
        origin=origin,
        about=about,
        evidence=evidence.strip(),
        raised_by=user,
    )
    _note("flag-raised", user, company, row)
    return row


@transaction.atomic
def close_flag(*, user: User, company: Company, flag: RedFlag, reason: str) -> None:
    """Close an open red flag with the reason; raises AlreadyClosed where somebody was quicker."""
    closed = _flags(company).filter(pk=flag.pk, closed_at=None)
    if not closed.update(closed_at=timezone.now(), closed_by=user, reason=reason.strip()):
        raise AlreadyClosed
    _note("flag-closed", user, company, flag)


@transaction.atomic
def watch(company: Company, *, whose: str = "") -> list[str]:
    """Open a flag for every alarm that is news; tells which were opened. Called by whatever changes the facts.

    News is what is not open, and is later or worse than what a person has seen and closed. After a survey answer
    `whose` is the digest of the customer, after an import EVERYBODY of queries/alarms.py: only then surveys sent too
    often are looked for.
    """
    found = alarms_of(company, whose=whose)
    if not found or not _news(company, found):
        return []
    _lock(company)
    opened = [_open(company, flag, [*group]) for flag, group in groupby(_news(company, found), key=_flag_of)]
    return [each.flag for each in opened]


def watch_afterwards(company: Company, *, whose: str = "") -> None:
    """As `watch`, once the caller’s transaction is through: no fault in there takes back what it has stored."""

    def look() -> None:  # a function with a name, which Django says when it logs the fault
        watch(company, whose=whose)

    transaction.on_commit(look, robust=True)


def watch_beside(company: Company, *, whose: str = "") -> None:
    """As `watch`, beside what the caller stores: a fault in there is logged, and takes nothing of it back."""
    try:
        watch(company, whose=whose)  # in a transaction of its own within the caller's
    except Exception:
        log.exception("Looking for red flags failed.")


def _news(company: Company, found: Iterable[Alarm]) -> list[Alarm]:
    """Alarms of flags that are not open, less those a person has closed with the same evidence; one query."""
    rows = _flags(company).filter(flag__in={each.flag for each in found}).values_list("flag", "closed_at", "numbers")
    is_open, closed = set(), dict[str, list[Any]]()
    for flag, closed_at, numbers in rows:
        if closed_at is None:
            is_open.add(flag)
        else:
            closed.setdefault(flag, []).extend(numbers.get("found", ()))
    return [each for each in found if each.flag not in is_open and is_news(each, closed.get(each.flag, ()))]


def _open(company: Company, flag: str, alarms: Sequence[Alarm]) -> RedFlag:
    journeys = {str(each.numbers["journey"]) for each in alarms if each.rule in JOURNEY_RULES}
    measured = any(each.rule not in JOURNEY_RULES for each in alarms)
    row = RedFlag.objects.create(
        workspace_id=company.workspace_id,
        company=company,
        flag=flag,
        origin="measure" if measured else "journey",
        about=next(iter(journeys)) if len(journeys) == 1 else "",
        numbers={"found": [each.as_json() for each in alarms]},
    )
    _note("flag-raised", None, company, row)
    return row


def _flag_of(alarm: Alarm) -> str:
    return alarm.flag


def _lock(company: Company) -> None:
    """One after the other, so that a flag is open once."""
    Company.objects.select_for_update().get(pk=company.pk)


def _flags(company: Company) -> Any:
    return RedFlag.objects.filter(workspace=company.workspace_id, company=company)


def _note(act: str, user: User | None, company: Company, row: RedFlag) -> None:
    record(act, company, actor=user, detail={"flag": row.flag})
