"""A consultancy's or a company's account, and who belongs to it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

ROLES = ("owner", "consultant", "viewer")
WRITING_ROLES = ("owner", "consultant")


class Workspace(models.Model):
    """Owns every company, assessment and answer below it."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role in a workspace."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="memberships", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "user"), name="membership_of_user"),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="membership_role"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} of {self.workspace_id}"
