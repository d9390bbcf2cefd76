"""A red flag of a company, from its raising to its closing."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .company import Company
from .workspace import Workspace

ORIGINS = ("measure", "journey", "comment", "hand")


class RedFlag(models.Model):
    """Open until somebody closes it with a reason; while open it counts in every assessment that is not final.

    `evidence` is what a person wrote; `numbers` what a rule found, by name, told in the reader's language. `about`
    is the code of the journey or comment it comes from. A flag is open once; closed ones remain as history.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="red_flags", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    flag = models.CharField(max_length=10)
    origin = models.CharField(max_length=10)
    about = models.CharField(max_length=40, blank=True)
    evidence = models.TextField(blank=True)
    numbers = models.JSONField(default=dict)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    raised_at = models.DateTimeField(auto_now_add=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="red_flag_code"),
            models.UniqueConstraint(
                fields=("workspace", "company", "flag"), condition=Q(closed_at__isnull=True), name="red_flag_open_once"
            ),
            models.CheckConstraint(condition=Q(origin__in=ORIGINS), name="red_flag_origin"),
            models.CheckConstraint(condition=Q(closed_at__isnull=True) | ~Q(reason=""), name="red_flag_closed_why"),
        )

    def __str__(self) -> str:
        return self.flag
