"""Reads for calendars: what a company plans by date, and what a member may see of all companies."""

from __future__ import annotations

from django.db.models import Q

from ..links import Coded, code_in, fits
from ..models import Company, Membership, PlanItem, User
from .plan import WORKED_ON


def calendar_of(membership: Membership) -> Coded:
    """What the key of a member’s calendar is made of; it must have been opened."""
    assert membership.calendar_code is not None  # noqa: S101 - whoever asks for a key has seen to it
    return Coded(membership.calendar_code, membership.calendar_version)


def memberships_of(user: User) -> list[Membership]:
    """Where a person belongs, each with its workspace and company; one query."""
    rows = Membership.objects.filter(user=user, workspace__deleted_at=None).select_related("workspace", "company")
    return list(rows.exclude(company__deleted_at__isnull=False).order_by("workspace__name", "company__name", "pk"))


def membership_by_key(key: str) -> Membership | None:
    """The membership whose calendar has this key; None for a key that is none, was withdrawn, or leads nowhere."""
    code = code_in(key)
    rows = Membership.objects.select_related("workspace", "user")
    row = rows.filter(calendar_code=code, workspace__deleted_at=None, user__is_active=True).first() if code else None
    return row if row and fits("calendar", calendar_of(row), key) else None


def dated_items(company: Company) -> list[PlanItem]:
    """What a company plans by date, what is done included; one query."""
    rows = PlanItem.objects.filter(workspace=company.workspace_id, company=company).exclude(due_on=None)
    return list(rows.filter(state__in=WORKED_ON).select_related("company").order_by("due_on", "pk"))


def dated_items_of(membership: Membership) -> list[PlanItem]:
    """The same of all companies that a member may read now; one query."""
    rows = PlanItem.objects.filter(workspace=membership.workspace_id, state__in=WORKED_ON, company__deleted_at=None)
    here = Q(company=membership.company_id) if membership.company_id else Q()
    return list(rows.filter(here).exclude(due_on=None).select_related("company").order_by("due_on", "pk"))
