"""Deleting companies and workspaces: out of sight at once, back with one click for 30 days, then gone for good."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from ..models import Company, User, Workspace
from .audit import record


@transaction.atomic
def delete_company(*, user: User, company: Company) -> None:
    """Hide a company with everything in it; it can be brought back for 30 days."""
    row = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    if row.deleted_at is None:
        _mark("company-deleted", user, row, timezone.now())


@transaction.atomic
def restore_company(*, user: User, company: Company) -> None:
    """Bring a company back as it was."""
    row = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    if row.deleted_at is not None:
        _mark("company-restored", user, row, None)


@transaction.atomic
def delete_workspace(*, user: User, workspace: Workspace) -> None:
    """Hide a workspace with everything in it; it can be brought back for 30 days."""
    row = Workspace.objects.select_for_update().get(pk=workspace.pk)
    if row.deleted_at is None:
        _mark("workspace-deleted", user, row, timezone.now())


@transaction.atomic
def restore_workspace(*, user: User, workspace: Workspace) -> None:
    """Bring a workspace back as it was."""
    row = Workspace.objects.select_for_update().get(pk=workspace.pk)
    if row.deleted_at is not None:
        _mark("workspace-restored", user, row, None)


def _mark(act: str, user: User, row: Company | Workspace, deleted_at: datetime.datetime | None) -> None:
    row.deleted_at = deleted_at
    row.save(update_fields=["deleted_at"])
    record(act, row, actor=user, detail={"name": row.name})
