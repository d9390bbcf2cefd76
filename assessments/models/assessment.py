"""One round of questions for one company, with one framework version."""

from __future__ import annotations

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .company import Company
from .workspace import Workspace

PRACTICE_SETS = ("full", "quick")
# The life of an assessment. The team may answer from the start; those with a personal link while it is collecting.
STATES = ("draft", "collecting", "review", "final")
OPEN_STATES = ("draft", "collecting")
SMALLEST_GROUP = 3


class Assessment(models.Model):
    """A round. `red_flags` lists the ids of open flags; `targets` gives the stage aimed at, by practice.

    An `anonymous` one shows nothing about fewer than `minimum_group` people; neither can be loosened later.
    `previous` is the round it was started from: its answers are shown as those of last time.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="assessments", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="assessments", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    framework = models.CharField(max_length=40, default="cx-pyramid")
    framework_version = models.PositiveSmallIntegerField(default=1)
    practice_set = models.CharField(max_length=5, default="full")
    held_on = models.DateField()
    state = models.CharField(max_length=10, default="draft")
    closes_on = models.DateField(null=True, blank=True)
    anonymous = models.BooleanField(default=False)
    minimum_group = models.PositiveSmallIntegerField(default=5)
    red_flags = models.JSONField(default=list, blank=True)
    targets = models.JSONField(default=dict, blank=True)
    previous = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="next_rounds")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="assessment_code"),
            models.CheckConstraint(condition=Q(practice_set__in=PRACTICE_SETS), name="assessment_practice_set"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="assessment_state"),
            models.CheckConstraint(condition=Q(minimum_group__gte=SMALLEST_GROUP), name="assessment_minimum_group"),
        )
        indexes = (models.Index(fields=("workspace", "company", "-held_on"), name="assessment_of_company"),)

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether answers may still be given."""
        return self.state in OPEN_STATES and not self.is_overdue

    @property
    def is_overdue(self) -> bool:
        """Whether its last day is over while it still collects: it counts as closed, and is moved when next seen."""
        last = self.closes_on if self.state == "collecting" else None
        return last is not None and last < timezone.localdate()

    def as_of_today(self) -> Self:
        """Itself, here in memory closed where its last day is over: actions/life.py moves the stored row later."""
        if self.is_overdue:
            self.state = "review"
        return self
