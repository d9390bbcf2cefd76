"""A row of the assumption ledger behind what a company’s customer experience may be worth."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from .company import Company
from .workspace import Workspace


class Assumption(models.Model):
    """One number with its range, source, day and owner: see assessments/value/ledger.py, which checks it."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="assumptions", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=120)
    low = models.FloatField()
    base = models.FloatField()
    high = models.FloatField()
    source = models.CharField(max_length=12)
    detail = models.CharField(max_length=500, blank=True)
    owner = models.CharField(max_length=150)
    noted_on = models.DateField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "company", "key"), name="assumption_key"),
            models.UniqueConstraint(fields=("workspace", "code"), name="assumption_code"),
        )

    def __str__(self) -> str:
        return f"{self.key}: {self.base}"
