"""Reads for what is said of plans by e-mail: who is to be reminded of what, and how a member’s plans stand."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import NamedTuple

from django.db.models import Q
from django.db.models.functions import Lower

from ..models import Company, Membership, Message, PlanItem, User
from .plan import ACTIVE

SOON = datetime.timedelta(days=7)


class OwnedItems(NamedTuple):
    """A member, and the items that carry their address, all of them in companies they may read."""

    membership: Membership
    items: list[PlanItem]


class PlanStanding(NamedTuple):
    """How the plan of a company stands: what is open, late, without owner or date, due soon, and done since."""

    company: Company
    open: int
    late: int
    alone: int
    soon: list[PlanItem]
    done: int


def owned_by_members(until: datetime.date) -> list[OwnedItems]:
    """Members with items that are due on this day or before, by person; three queries."""
    items = PlanItem.objects.filter(state__in=ACTIVE, due_on__lte=until, company__deleted_at=None)
    items = items.exclude(owner_email="").filter(workspace__deleted_at=None).select_related("company")
    by_email: dict[str, list[PlanItem]] = defaultdict(list)
    for each in items.order_by("due_on", "pk"):
        by_email[each.owner_email.lower()].append(each)
    rows = Membership.objects.annotate(email=Lower("user__email")).filter(email__in=by_email, user__is_active=True)
    found: dict[int, OwnedItems] = {}
    for row in rows.filter(workspace__deleted_at=None).select_related("user", "workspace").order_by("pk"):
        own = found.setdefault(row.user_id, OwnedItems(row, []))
        own.items.extend(item for item in by_email[row.user.email.lower()] if _reads(row, item))
    return list(found.values())


def _reads(membership: Membership, item: PlanItem) -> bool:
    return item.workspace_id == membership.workspace_id and membership.company_id in (None, item.company_id)


def reminded_of(user: User, day: datetime.date) -> list[PlanItem]:
    """What a reminder of this day is about, as it stands now: what is done or read no more is left out."""
    items = PlanItem.objects.filter(state__in=ACTIVE, reminded_on=day, owner_email__iexact=user.email)
    items = items.filter(company__deleted_at=None, workspace__deleted_at=None).exclude(due_on=None)
    mine = list(Membership.objects.filter(user=user))
    found = items.select_related("company").order_by("due_on", "pk")
    return [each for each in found if any(_reads(membership, each) for membership in mine)]


def was_reminded(user: User, day: datetime.date) -> bool:
    """Whether this person has had a reminder on this day."""
    return Message.objects.filter(member__user=user, kind="plan", key=reminder_key(user, day)).exists()


def reminder_key(user: User, day: datetime.date) -> str:
    """What a reminder is for: this person, on this day."""
    return f"plan:{user.pk}:{day}"


def day_of(key: str) -> datetime.date:
    """The day in the key of a reminder or a digest."""
    return datetime.date.fromisoformat(key.rpartition(":")[2])


def wanting_digest() -> list[Membership]:
    """Who has switched the letter of the week on; one query."""
    rows = Membership.objects.filter(weekly_digest=True, workspace__deleted_at=None, user__is_active=True)
    return list(rows.exclude(company__deleted_at__isnull=False).select_related("user", "workspace").order_by("pk"))


def plan_standings_of(membership: Membership, today: datetime.date) -> list[PlanStanding]:
    """How the plans stand that a member may read, by company; those without a plan are left out. One query."""
    rows = PlanItem.objects.filter(workspace=membership.workspace_id, company__deleted_at=None)
    rows = rows.filter(Q(company=membership.company_id) if membership.company_id else Q())
    since = today - SOON
    rows = rows.filter(Q(state__in=ACTIVE) | Q(done_on__gte=since)).select_related("company")
    by_company: dict[Company, list[PlanItem]] = defaultdict(list)
    for each in rows.order_by("company__name", "company", "due_on", "pk"):
        by_company[each.company].append(each)
    return [_standing(company, items, today) for company, items in by_company.items()]


def _standing(company: Company, items: list[PlanItem], today: datetime.date) -> PlanStanding:
    active = [each for each in items if each.state in ACTIVE]
    return PlanStanding(
        company=company,
        open=len(active),
        late=sum(bool(each.due_on and each.due_on < today) for each in active),
        alone=sum(not each.owner or not each.due_on for each in active),
        soon=[each for each in active if each.due_on and today <= each.due_on <= today + SOON],
        done=len(items) - len(active),
    )
