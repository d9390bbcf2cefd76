"""Figures of a month that no survey tells: who stays, who comes back, how long people wait."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .company import Company
from .workspace import Workspace

FIGURES = ("retention", "repeat", "referral", "engagement", "reviews", "waiting", "resolution", "deflection", "rewards")


class Figure(models.Model):
    """What the company counted in a month; `numbers` by name, as each kind asks for them (voice/figures.py).

    `month` is its first day; `source` says where the numbers come from.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="figures", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12)
    touchpoint = models.CharField(max_length=120, blank=True)
    month = models.DateField()
    numbers = models.JSONField(default=dict)
    source = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    entered_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("workspace", "company", "kind", "touchpoint", "month"), name="figure_month"
            ),
            models.CheckConstraint(condition=Q(kind__in=FIGURES), name="figure_kind"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.month}"
