"""What the companies of an installation have agreed to be compared by, as it was published; and others’ figures."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from .workspace import Workspace


class Cohort(models.Model):
    """One published basis of a benchmark: see assessments/benchmark/basis.py. Kept for good, never changed.

    `key` says what is compared and among whom; `entries` are the results with the codes of their companies, which no
    page shows.
    """

    key = models.CharField(max_length=100)
    published_on = models.DateField()
    entries = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "published_on"), name="cohort_of_a_day"),)

    def __str__(self) -> str:
        return f"{self.key} {self.published_on}"


class ReferenceFigure(models.Model):
    """A figure from elsewhere, with its source, for the charts of one workspace; always labelled as such.

    `about` is the id of a level or factor, "decimal" or "trust"; `value` 0..100, a decimal level 0..6.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="reference_figures", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    about = models.CharField(max_length=40)
    value = models.FloatField()
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=500)
    industry = models.CharField(max_length=20, blank=True)
    noted_on = models.DateField()
    n = models.PositiveIntegerField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workspace", "code"), name="reference_figure_code"),)

    def __str__(self) -> str:
        return self.name
