"""A room full of people who settle practices together, with their phones."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .answer import STAGES
from .assessment import Assessment
from .respondent import GROUPS
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


class Seat(models.Model):
    """One phone in the room, in a group; nothing else is known of it."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="seats")
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    group = models.CharField(max_length=10)
    joined_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(group__in=GROUPS), name="seat_group"),)

    def __str__(self) -> str:
        return str(self.code)


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
