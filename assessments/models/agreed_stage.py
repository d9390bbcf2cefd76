"""What the review settled on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .answer import STAGES
from .assessment import Assessment
from .workspace import Workspace


class AgreedStage(models.Model):
    """The stage of a practice on which the review agreed, with its reason; the answers stay beside it.

    No stage: the agreement was taken back, and the answers count again.

    `version` counts the settlings: who settles says which one they saw, so that of two at once neither is overwritten.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="agreed_stages", db_index=False)
    practice = models.CharField(max_length=40)
    stage = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.TextField()
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "assessment", "practice"), name="agreed_stage_of_practice"),
            models.CheckConstraint(condition=Q(stage__isnull=True) | Q(stage__in=STAGES), name="agreed_stage_stage"),
        )

    def __str__(self) -> str:
        return f"{self.practice}: {self.stage}"
