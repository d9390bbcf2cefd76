"""What people settle about plans: how much a lane takes, and what they hear of them."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..models import Company, Membership, User
from .audit import record


@transaction.atomic
def set_capacity(*, user: User, company: Company, capacity: int) -> None:
    """Say how many effort points fit into a lane of this company’s plan."""
    row = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    before, row.plan_capacity = row.plan_capacity, capacity
    if before == capacity:
        return
    row.save(update_fields=["plan_capacity"])
    detail = {"before": before, "after": capacity}
    record("plan-capacity-set", row, actor=user, detail=detail)


@transaction.atomic
def choose_digest(*, user: User, membership: Membership, wanted: bool) -> None:
    """Have the letter of the week, from the next Monday on, or have none. One’s own matter: no entry in the trail."""
    row = _own(user, membership)
    if row.weekly_digest != wanted:
        row.weekly_digest, row.digest_sent_on = wanted, timezone.localdate() if wanted else row.digest_sent_on
        row.save(update_fields=["weekly_digest", "digest_sent_on"])


@transaction.atomic
def open_calendar(*, user: User, membership: Membership) -> Membership:
    """Make an address for one’s calendar program; one that was made before opens nothing any more."""
    row = _own(user, membership)
    row.calendar_code = row.calendar_code or uuid.uuid4()
    row.calendar_version += 1
    row.save(update_fields=["calendar_code", "calendar_version"])
    record("calendar-opened", row.company or row.workspace, actor=user)
    return row


@transaction.atomic
def close_calendar(*, user: User, membership: Membership) -> None:
    """Withdraw the address: it opens nothing any more, and a new one is another."""
    row = _own(user, membership)
    if row.calendar_code is None:
        return
    row.calendar_code = None
    row.save(update_fields=["calendar_code"])
    record("calendar-closed", row.company or row.workspace, actor=user)


def _own(user: User, membership: Membership) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)).select_related("workspace", "company")
    return get_object_or_404(rows, workspace=membership.workspace_id, user=user, pk=membership.pk)
