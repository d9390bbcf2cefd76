"""A room full of people who settle practices together, with their phones."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .assessment import Assessment
from .workspace import Workspace

PHASES = ("waiting", "voting", "revealed", "closed")


class Workshop(models.Model):
    """One sitting. The projected page and the phones show `practice` in its `phase`; each new vote is another `round`.

    `version` grows with every change, so that a phone can ask cheaply whether there is anything new. The link for the
    phones holds a key derived from `code` and `link_version` (assessments/links.py).
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="workshops", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    link_version = models.PositiveSmallIntegerField(default=1)
    practice = models.CharField(max_length=40, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    phase = models.CharField(max_length=8, default="waiting")
    version = models.PositiveIntegerField(default=1)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(phase__in=PHASES), name="workshop_phase"),)
        indexes = (models.Index(fields=("workspace", "assessment", "-opened_at"), name="workshop_of_assessment"),)

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.opened_at:%Y-%m-%d}"
