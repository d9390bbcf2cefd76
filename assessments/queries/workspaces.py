"""Reads of workspaces and what is in them."""

from __future__ import annotations

from ..models import Membership, User, Workspace


def workspaces_of(user: User) -> list[Workspace]:
    """The workspaces a person belongs to, by name."""
    rows = Membership.objects.filter(user=user).select_related("workspace").order_by("workspace__name", "pk")
    return [each.workspace for each in rows]
