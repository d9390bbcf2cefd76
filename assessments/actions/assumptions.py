"""Writing the assumption ledger of a company."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db import transaction

from ..models import Assumption, Company, User
from ..value.ledger import Assumption as Row
from .audit import record

FIELDS = ("low", "base", "high", "source", "detail", "owner", "noted_on")


@transaction.atomic
def save_ledger(
    *,
    user: User,
    company: Company,
    rows: Iterable[Row],
    removed: Collection[str] = (),
    currency: str | None = None,
) -> int:
    """Keep these rows, each in place of that with its key, and take out the `removed` ones. How many have changed.

    Money is called `currency` from then on, unless that is None.
    """
    held = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    if currency is not None and held.currency != currency:
        held.currency = currency
        held.save(update_fields=["currency"])
    mine = Assumption.objects.filter(workspace=company.workspace_id, company=company)
    known = {each.key: each for each in mine}
    changed = [row.key for row in rows if _keep(user, company, known.get(row.key), row)]
    gone = sorted(known.keys() & set(removed))
    mine.filter(key__in=gone).delete()
    if changed or gone:
        detail = {name: keys for name, keys in (("changed", changed), ("removed", gone)) if keys}
        record("ledger-saved", workspace_id=company.workspace_id, actor=user, company=company, detail=detail)
    return len(changed) + len(gone)


def _keep(user: User, company: Company, there: Assumption | None, row: Row) -> bool:
    """Whether anything of the row had to be written."""
    wanted = {name: getattr(row, name) for name in FIELDS}
    if there is None:
        there = Assumption(workspace_id=company.workspace_id, company=company, key=row.key, created_by=user)
    elif all(getattr(there, name) == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        setattr(there, name, value)
    there.save()
    return True
