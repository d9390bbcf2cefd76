"""What is deleted and can still be brought back, and by whom: the only reads that see it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..models import Company, User, Workspace

KEPT = timedelta(days=30)
Thing = TypeVar("Thing", Workspace, Company)


def deleted_workspaces(user: User) -> list[Workspace]:
    """The deleted workspaces of an owner, the last one first; one query."""
    return list(_workspaces(user).order_by("-deleted_at"))


def deleted_companies(workspace: Workspace) -> list[Company]:
    """The deleted companies of a workspace, the last one first; one query."""
    found = Company.objects.filter(workspace=workspace, deleted_at__gte=timezone.now() - KEPT)
    return list(found.order_by("-deleted_at"))


def deleted_workspace(user: User, code: uuid.UUID) -> Workspace:
    """A deleted workspace that the person owns; for everybody else it does not exist."""
    return get_object_or_404(_workspaces(user), code=code)


def deleted_company(user: User, code: uuid.UUID) -> Company:
    """A deleted company of a workspace that the person owns; for everybody else it does not exist."""
    return get_object_or_404(
        Company.objects.select_related("workspace"),
        code=code,
        deleted_at__gte=timezone.now() - KEPT,
        workspace__deleted_at=None,
        workspace__memberships__user=user.pk,
        workspace__memberships__role="owner",
    )


def undoable(things: Iterable[Thing]) -> list[tuple[Thing, datetime]]:
    """Deleted things, each with when it goes for good."""
    return [(each, each.deleted_at + KEPT) for each in things if each.deleted_at]


def _workspaces(user: User) -> QuerySet[Workspace]:
    return Workspace.objects.filter(
        deleted_at__gte=timezone.now() - KEPT, memberships__user=user.pk, memberships__role="owner"
    )
