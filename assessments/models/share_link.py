"""A link that shows one report to people without an account."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from .assessment import Assessment
from .milestone import Milestone
from .workspace import Workspace


class ShareLink(models.Model):
    """Shows the report of an assessment as it is, or that of a milestone, in one language, some sections left out.

    The key in the address is the code with a signature (links.py); a higher `version` revokes it. `password` is a hash
    as Django makes them, "" for none; wrong ones are counted in `attempts` since `attempts_from`. `hidden` are the
    ids of sections left out. It holds while `created_by` belongs to the workspace.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="share_links", db_index=False)
    milestone = models.ForeignKey(Milestone, models.CASCADE, null=True, blank=True, related_name="+")
    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=10)
    hidden = models.JSONField(default=list, blank=True)
    may_download = models.BooleanField(default=False)
    password = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    attempts_from = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    views = models.PositiveIntegerField(default=0)
    last_viewed_at = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=("workspace", "assessment"), name="share_link_of_assessment"),)

    def __str__(self) -> str:
        return self.name

    @property
    def link_version(self) -> int:
        """The version that its key is made of (assessments/links.py)."""
        return self.version
