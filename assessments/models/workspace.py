"""A consultancy's or a company's account, and who belongs to it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

ROLES = ("owner", "consultant", "viewer")
WRITING_ROLES = ("owner", "consultant")
COMPANY_ROLES = ("consultant", "viewer")


class Workspace(models.Model):
    """Owns every company, assessment and answer below it.

    `deleted_at` hides it and everything in it; it can be brought back until its rows are purged. `retention_months`
    after the last change, answers of an assessment lose their names, addresses and notes; None keeps them.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    retention_months = models.PositiveSmallIntegerField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    # Set by access.py: the person who asks belongs to one company only, so nothing may lead them to the whole.
    partial = False

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role in a workspace, or in one company of it: a client's own people see no other client.

    Nobody has both: whoever belongs to the whole workspace needs no role in a company.
    A calendar feed of the plans it may read has a key while there is a `calendar_code`; a higher `calendar_version`
    revokes those of before.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="memberships", db_index=False)
    company = models.ForeignKey(
        "assessments.Company", models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12)
    joined_at = models.DateTimeField(auto_now_add=True, null=True)
    weekly_digest = models.BooleanField(default=False)
    digest_sent_on = models.DateField(null=True, blank=True)
    calendar_version = models.PositiveIntegerField(default=0)
    calendar_code = models.UUIDField(null=True, editable=False, db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("workspace", "user"), condition=Q(company__isnull=True), name="membership_of_user"
            ),
            models.UniqueConstraint(fields=("workspace", "user", "company"), name="membership_of_user_in_company"),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="membership_role"),
            models.CheckConstraint(
                condition=Q(company__isnull=True) | Q(role__in=COMPANY_ROLES), name="membership_role_in_company"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} of {self.workspace_id}"
