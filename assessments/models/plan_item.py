"""Something the company has decided to do, or to live with."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .assessment import Assessment
from .company import Company
from .workspace import Workspace

PLAN_STATES = ("open", "doing", "done", "dropped", "accepted")
PLAN_ORIGINS = ("own", "journey", "comment", "step")
PLAN_LANES = ("now", "next", "later")
PLAN_WEIGHTS = ("S", "M", "L")


class PlanItem(models.Model):
    """Work with an owner and a date. `about` says where it comes from: the code of a journey and its touchpoint.

    A step that is adopted says which practice it lifts from which stage to which, and in which assessment it was
    proposed. An `accepted` gap is no work: `note` says why the company lives with it, `review_on` when it looks again.
    `place` orders the items of a lane. `done_on` is set while the state is done, and only then.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="plan_items", db_index=False)
    assessment = models.ForeignKey(Assessment, models.SET_NULL, null=True, blank=True, related_name="plan_items")
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=300)
    practice = models.CharField(max_length=40, blank=True)
    from_stage = models.PositiveSmallIntegerField(null=True, blank=True)
    to_stage = models.PositiveSmallIntegerField(null=True, blank=True)
    owner = models.CharField(max_length=150, blank=True)
    owner_email = models.EmailField(max_length=254, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, default="open")
    lane = models.CharField(max_length=5, default="later")
    place = models.PositiveIntegerField(default=0)
    effort = models.CharField(max_length=1, blank=True)
    impact = models.CharField(max_length=1, blank=True)
    signal = models.TextField(blank=True)
    links = models.JSONField(default=list, blank=True)
    origin = models.CharField(max_length=10, default="own")
    about = models.CharField(max_length=100, blank=True)
    note = models.TextField(blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="plan_item_code"),
            models.CheckConstraint(condition=Q(state__in=PLAN_STATES), name="plan_item_state"),
            models.CheckConstraint(condition=Q(origin__in=PLAN_ORIGINS), name="plan_item_origin"),
            models.CheckConstraint(condition=Q(lane__in=PLAN_LANES), name="plan_item_lane"),
            models.CheckConstraint(condition=Q(effort__in=("", *PLAN_WEIGHTS)), name="plan_item_effort"),
            models.CheckConstraint(condition=Q(impact__in=("", *PLAN_WEIGHTS)), name="plan_item_impact"),
        )
        indexes = (
            models.Index(fields=("workspace", "company", "state"), name="plan_item_of_company"),
            models.Index(fields=("due_on",), condition=Q(state__in=("open", "doing")), name="plan_item_due"),
        )

    def __str__(self) -> str:
        return self.title
