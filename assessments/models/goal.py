"""Where a company wants to be, and by when."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from .assessment import Assessment
from .company import Company
from .workspace import Workspace


class Goal(models.Model):
    """Targets of a company by a day. Progress is counted from `assessment`, the base.

    `targets` is a list of {"kind", "value", "about"} as `assessments/planning/targets.py` has them. A company has one
    goal that is open; the older ones, `closed_at` set, stay to be read.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="goals", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="+")
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    targets = models.JSONField()
    by = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="goal_code"),
            models.UniqueConstraint(
                fields=("workspace", "company"), condition=models.Q(closed_at__isnull=True), name="goal_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.company_id}: {self.targets}"
