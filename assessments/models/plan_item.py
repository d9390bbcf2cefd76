"""Something the company has decided to do."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .company import Company
from .workspace import Workspace

PLAN_STATES = ("open", "doing", "done", "dropped")
PLAN_ORIGINS = ("own", "journey", "comment")


class PlanItem(models.Model):
    """Work with an owner and a date. `about` says where it comes from: the code of a journey and its touchpoint."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="plan_items", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=300)
    practice = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=150, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, default="open")
    origin = models.CharField(max_length=10, default="own")
    about = models.CharField(max_length=100, blank=True)
    note = models.TextField(blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="plan_item_code"),
            models.CheckConstraint(condition=Q(state__in=PLAN_STATES), name="plan_item_state"),
            models.CheckConstraint(condition=Q(origin__in=PLAN_ORIGINS), name="plan_item_origin"),
        )
        indexes = (models.Index(fields=("workspace", "company", "state"), name="plan_item_of_company"),)

    def __str__(self) -> str:
        return self.title
