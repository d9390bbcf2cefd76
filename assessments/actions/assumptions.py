"""Writing the assumption ledger of a company."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction

from ..models import Assumption, Company, User
from ..value.ledger import Assumption as LedgerEntry
from ..value.ledger import Ledger
from .audit import record

FIELDS = ("low", "base", "high", "source", "detail", "owner", "noted_on")


class NewerLedger(Exception):
    """Somebody else has changed one of these rows since they were read."""


@transaction.atomic
def save_ledger(
    *,
    user: User,
    company: Company,
    rows: Iterable[LedgerEntry],
    removed: Collection[str] = (),
    currency: str | None = None,
    seen: Ledger | None = None,
) -> int:
    """Keep these rows, each in place of that with its key, and take out the `removed` ones. How many rows have changed.

    Money is called `currency` from then on, unless that is None. Raises NewerLedger where one of the rows is another
    than in the ledger that was `seen`.
    """
    held = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    before = held.currency
    if currency is not None and currency != before:
        held.currency = currency
        held.save(update_fields=["currency"])
    renamed = held.currency != before
    mine = Assumption.objects.filter(workspace=company.workspace_id, company=company)
    known = {each.key: each for each in mine}
    rows = list(rows)
    if seen is not None and any(_is_other(known.get(key), seen.get(key)) for key in {*removed, *(r.key for r in rows)}):
        raise NewerLedger
    changed = [row.key for row in rows if _keep(user, company, known.get(row.key), row)]
    gone = sorted(known.keys() & set(removed))
    mine.filter(key__in=gone).delete()
    if changed or gone or renamed:
        detail: dict[str, Any] = {name: keys for name, keys in (("changed", changed), ("removed", gone)) if keys}
        detail |= {"currency": held.currency} if renamed else {}
        record("ledger-saved", company, actor=user, detail=detail)
    return len(changed) + len(gone)


def _keep(user: User, company: Company, there: Assumption | None, row: LedgerEntry) -> bool:
    """Whether anything of the row had to be written."""
    wanted = {name: getattr(row, name) for name in FIELDS}
    if there is None:
        there = Assumption(workspace_id=company.workspace_id, company=company, key=row.key, created_by=user)
    elif not _is_other(there, row):
        return False
    for name, value in wanted.items():
        setattr(there, name, value)
    there.save()
    return True


def _is_other(there: Assumption | None, row: LedgerEntry | None) -> bool:
    if there is None or row is None:
        return bool(there or row)
    return any(getattr(there, name) != getattr(row, name) for name in FIELDS)
