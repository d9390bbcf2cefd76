"""What people do with workspaces."""

from __future__ import annotations

from django.db import transaction

from ..models import Membership, User, Workspace
from .audit import record
from .meanwhile import still_as_read


@transaction.atomic
def open_workspace(*, user: User, name: str) -> Workspace:
    """Open a workspace that belongs to `user`."""
    workspace = Workspace.objects.create(name=name.strip())
    Membership.objects.create(workspace=workspace, user=user, role="owner")
    record("workspace-opened", workspace, actor=user, detail={"name": workspace.name})
    return workspace


@transaction.atomic
def update_workspace(*, user: User, workspace: Workspace, name: str, retention_months: int | None) -> None:
    """Change the name, and for how many months final assessments keep what is personal (None: always).

    Raises MeanwhileChanged where somebody else has changed them since they were read.
    """
    wanted = {"name": name.strip(), "retention_months": retention_months}
    still_as_read(Workspace.objects.select_for_update().get(pk=workspace.pk), workspace, wanted)
    changed = {field: value for field, value in wanted.items() if getattr(workspace, field) != value}
    for field, value in wanted.items():
        setattr(workspace, field, value)
    workspace.save(update_fields=list(wanted))
    if changed:
        record("workspace-changed", workspace, actor=user, detail=changed)
