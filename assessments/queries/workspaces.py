"""Reads of workspaces and what is in them."""

from __future__ import annotations

from ..models import Company, Membership, User, Workspace


def places_of(user: User) -> tuple[list[Workspace], list[Company]]:
    """The workspaces a person belongs to, and the single companies of others, both by name; one query."""
    rows = Membership.objects.filter(user=user, workspace__deleted_at=None).exclude(company__deleted_at__isnull=False)
    rows = rows.select_related("workspace", "company__workspace").order_by("workspace__name", "company__name", "pk")
    found = list(rows)
    whole = [each.workspace for each in found if each.company is None]
    return whole, [each.company for each in found if each.company is not None]
