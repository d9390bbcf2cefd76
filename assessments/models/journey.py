"""A customer journey on a map."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from .company import Company
from .workspace import Workspace


class Journey(models.Model):
    """The map as one document in the format `cx-journey/1` (assessments/journey), edited cell by cell.

    `version` counts the edits: who edits says what they saw in the cell, so that nobody overwrites another unseen.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="journeys", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    map = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workspace", "code"), name="journey_code"),)
        indexes = (models.Index(fields=("workspace", "company"), name="journey_of_company"),)

    def __str__(self) -> str:
        return self.title
