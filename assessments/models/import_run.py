"""A file of customers' responses on its way in."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .company import Company
from .workspace import Workspace

IMPORT_STATES = ("mapping", "checking", "checked", "refused", "writing", "done", "failed", "removing")


class ImportRun(models.Model):
    """What was uploaded, how its columns are read, how far it has got, and what was found wrong with it.

    The `mapping` of the last run with the same `columns_key` (a digest of the header) is offered for the next.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="import_runs", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="imports/%Y/%m/", max_length=200, blank=True)
    columns = models.JSONField(default=list)
    columns_key = models.CharField(max_length=64)
    preset = models.CharField(max_length=20, blank=True)
    mapping = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default="mapping")
    rows = models.PositiveIntegerField(null=True, blank=True)
    passed = models.PositiveIntegerField(default=0)  # rows of the present step that are through
    written = models.PositiveIntegerField(default=0)
    repeated = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    problem_count = models.PositiveIntegerField(default=0)
    found = models.JSONField(default=dict)  # what the check has counted (assessments/actions/import_check.py)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="import_run_code"),
            models.CheckConstraint(condition=Q(state__in=IMPORT_STATES), name="import_run_state"),
        )
        indexes = (models.Index(fields=("workspace", "company", "-created_at"), name="import_run_of_company"),)

    def __str__(self) -> str:
        return self.name
