"""A place where customers meet the company."""

from __future__ import annotations

import uuid

from django.db import models

from .company import Company
from .workspace import Workspace

IMPORTANCES = (1, 2, 3)


class Touchpoint(models.Model):
    """A touchpoint that responses name, and how much it counts in the overall experience index: 1, 2 or 3.

    Responses, comments and surveys hold its name, so that a file can be read before anybody has made a list.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="touchpoints", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    importance = models.PositiveSmallIntegerField(default=2)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "company", "name"), name="touchpoint_of_company"),
            models.CheckConstraint(condition=models.Q(importance__in=IMPORTANCES), name="touchpoint_importance"),
        )

    def __str__(self) -> str:
        return self.name
