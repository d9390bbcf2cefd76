"""What people do with workspaces."""

from __future__ import annotations

from django.db import transaction

from ..models import Membership, User, Workspace


@transaction.atomic
def open_workspace(*, user: User, name: str) -> Workspace:
    """Open a workspace that belongs to `user`."""
    workspace = Workspace.objects.create(name=name.strip())
    Membership.objects.create(workspace=workspace, user=user, role="owner")
    return workspace
