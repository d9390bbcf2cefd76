"""A person who answers, in a group."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from .assessment import Assessment
from .workspace import Workspace

GROUPS = ("leaders", "managers", "frontline")


class Respondent(models.Model):
    """One who answers in one assessment; with or without an account."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="respondents", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="respondents", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=150, blank=True)
    group = models.CharField(max_length=10)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "assessment", "user"), name="respondent_of_user"),
            models.UniqueConstraint(fields=("workspace", "code"), name="respondent_code"),
            models.CheckConstraint(condition=models.Q(group__in=GROUPS), name="respondent_group"),
        )

    def __str__(self) -> str:
        return self.name or str(self.code)
