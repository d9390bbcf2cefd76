"""Where a company stands, kept beside its rows so that thousands can be listed and sorted at once."""

from __future__ import annotations

from django.db import models

from .assessment import Assessment
from .company import Company
from .workspace import Workspace


class Standing(models.Model):
    """The figures of one assessment as they were when `stamp` described its rows. A cache: it may be dropped any time,
    and a figure whose stamp is old is computed anew before anybody sees it.

    `scores` holds percentages of levels and factors by id, null where not rated. `changes` are those since the round
    before, whose stamp was `since`: a verdict for the level, points and a verdict for experience and trust. `apart` are
    the levels and factors that are compared with nobody, since a practice of theirs was said not to apply.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="standings", db_index=False)
    assessment = models.OneToOneField(Assessment, models.CASCADE, related_name="standing")
    stamp = models.CharField(max_length=64)
    held_on = models.DateField()
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    decimal = models.FloatField(null=True, blank=True)
    average = models.FloatField(null=True, blank=True)
    trust = models.FloatField(null=True, blank=True)
    scores = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    apart = models.JSONField(default=list)
    provisional = models.BooleanField(default=False)
    confidence = models.CharField(max_length=10, blank=True)
    respondents = models.PositiveIntegerField(default=0)
    framework = models.CharField(max_length=40)
    framework_version = models.PositiveSmallIntegerField()
    scoring_version = models.CharField(max_length=20)
    computed_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = (models.Index(fields=("workspace", "company", "-held_on"), name="standing_of_company"),)

    def __str__(self) -> str:
        return f"{self.assessment_id}: {self.level}"
