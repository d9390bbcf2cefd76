"""What is said of plans by e-mail, once a day: reminders to owners, and on Mondays the letter of the week."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from ..models import Membership, PlanItem
from ..planning.reminding import WEEK, digest_due, reminder_due
from ..queries.plan_mail import (
    OwnedItems,
    owned_by_members,
    plan_standings_of,
    reminder_key,
    wanting_digest,
    was_reminded,
)
from .messages import owe_message


class Reminded(NamedTuple):
    """How many letters of each kind were queued."""

    reminders: int
    digests: int


def remind_of_plans() -> Reminded:
    """Queue what is due today. Run it once a day or more often: doing it twice does nothing more.

    Only members hear of it, by the address that an item carries; at most one reminder a person and day.
    """
    today = timezone.localdate()
    owned = owned_by_members(today + WEEK)
    return Reminded(
        reminders=sum(_remind(each, today) for each in owned),
        digests=sum(_digest(each, today) for each in wanting_digest()),
    )


@transaction.atomic
def _remind(owned: OwnedItems, today: datetime.date) -> bool:
    due = [each for each in owned.items if each.due_on and reminder_due(each.due_on, each.reminded_on, today)]
    user = owned.membership.user
    if not due or was_reminded(user, today):
        return False
    # By the day: the letter says what carries it when it is sent. No change of the item, so nobody's page is stale.
    for each in due:
        PlanItem.objects.filter(workspace=each.workspace_id, pk=each.pk).update(reminded_on=today)
    return _owe("plan", reminder_key(user, today), owned.membership)


@transaction.atomic
def _digest(membership: Membership, today: datetime.date) -> bool:
    row = Membership.objects.select_for_update().filter(workspace=membership.workspace_id, pk=membership.pk).first()
    if row is None or not row.weekly_digest or not digest_due(row.digest_sent_on, today):
        return False
    row.digest_sent_on = today
    row.save(update_fields=["digest_sent_on"])
    return bool(plan_standings_of(membership, today)) and _owe("digest", f"digest:{row.pk}:{today}", membership)


def _owe(kind: str, key: str, membership: Membership) -> bool:
    language = membership.user.language
    return owe_message(kind=kind, key=key, workspace_id=membership.workspace_id, language=language, member=membership)
