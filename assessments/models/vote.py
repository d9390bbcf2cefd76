"""What a phone in a workshop has said."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .answer import STAGES
from .seat import Seat
from .workshop import Workshop
from .workspace import Workspace


class Vote(models.Model):
    """What a seat says about a practice in one round of voting; no stage is *don't know*."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="votes", db_index=False)
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="votes", db_index=False)
    practice = models.CharField(max_length=40)
    round = models.PositiveSmallIntegerField()
    stage = models.PositiveSmallIntegerField(null=True, blank=True)
    voted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "workshop", "practice", "round", "seat"), name="vote_of_seat"),
            models.CheckConstraint(condition=Q(stage__isnull=True) | Q(stage__in=STAGES), name="vote_stage"),
        )

    def __str__(self) -> str:
        return f"{self.practice} {self.round}: {self.stage}"
