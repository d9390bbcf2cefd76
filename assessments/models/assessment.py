"""One round of questions for one company, with one framework version."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from .company import Company
from .workspace import Workspace

PRACTICE_SETS = ("full", "quick")


class Assessment(models.Model):
    """A round. `red_flags` lists the ids of open flags; `targets` gives the stage aimed at, by practice."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="assessments", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="assessments", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    framework = models.CharField(max_length=40, default="cx-pyramid")
    framework_version = models.PositiveSmallIntegerField(default=1)
    practice_set = models.CharField(max_length=5, default="full")
    held_on = models.DateField()
    red_flags = models.JSONField(default=list, blank=True)
    targets = models.JSONField(default=dict, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="assessment_code"),
            models.CheckConstraint(condition=models.Q(practice_set__in=PRACTICE_SETS), name="assessment_practice_set"),
        )
        indexes = (models.Index(fields=("workspace", "company", "-held_on"), name="assessment_of_company"),)

    def __str__(self) -> str:
        return self.title
