"""An invitation to belong to a workspace, or to one company of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .company import Company
from .workspace import ROLES, Workspace


class Invitation(models.Model):
    """A role that waits for somebody: for the owner of an e-mail address, or, without one, for whoever has the link.

    The link holds a key that is derived from `code` (assessments/links.py), so that the table gives none away.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="invitations", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, null=True, blank=True, related_name="+")
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=12)
    language = models.CharField(max_length=10, default="en")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    link_version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(role__in=ROLES), name="invitation_role"),)
        indexes = (models.Index(fields=("workspace", "-invited_at"), name="invitation_of_workspace"),)

    def __str__(self) -> str:
        return self.email or str(self.code)
