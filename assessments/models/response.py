"""What a customer answered, and how often each answer was given on a day."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from .company import Company
from .import_run import ImportRun
from .survey import Survey, Wave
from .workspace import Workspace

MEASURES = ("nps", "csat", "ces", "trust-int", "trust-abl", "trust-aff", "trust-con", "trust-out")
SOURCES = ("import", "survey", "hand")
CUTS = ("all", "touchpoint", "segment", "wave", "invited")  # invited: of a wave, those who were asked by name


class Response(models.Model):
    """One score of one customer. Those given at once share their `submission`.

    `customer` is a keyed digest of whoever answered (assessments/customers.py), never a name or an address; empty where
    nobody is known. `external_id` is what the source calls it: the same source never brings it twice.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="responses", db_index=False)
    submission = models.UUIDField(default=uuid.uuid4)
    measure = models.CharField(max_length=10)
    variant = models.CharField(max_length=20, blank=True)
    score = models.SmallIntegerField()
    scale_min = models.SmallIntegerField()
    scale_max = models.SmallIntegerField()
    answered_on = models.DateField()
    touchpoint = models.CharField(max_length=120, blank=True)
    segment = models.CharField(max_length=120, blank=True)
    customer = models.CharField(max_length=64, blank=True)
    source = models.CharField(max_length=10)
    external_id = models.CharField(max_length=100)
    import_run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    survey = models.ForeignKey(Survey, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    wave = models.ForeignKey(Wave, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("workspace", "company", "source", "external_id", "measure"), name="response_of_source"
            ),
            models.CheckConstraint(condition=Q(measure__in=MEASURES), name="response_measure"),
            models.CheckConstraint(condition=Q(source__in=SOURCES), name="response_source"),
            models.CheckConstraint(
                condition=Q(score__gte=models.F("scale_min"), score__lte=models.F("scale_max")), name="response_score"
            ),
        )
        indexes = (
            models.Index(
                fields=("workspace", "company", "customer", "answered_on"),
                condition=~Q(customer=""),
                name="response_of_customer",
            ),
            models.Index(fields=("workspace", "company", "submission"), name="response_of_submission"),
            models.Index(
                fields=("workspace", "survey", "wave"), condition=Q(survey__isnull=False), name="response_wave"
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure} {self.score} on {self.answered_on}"


class DailyCount(models.Model):
    """How often a score was given on a day: of all responses, of one touchpoint, segment or wave (`cut`).

    Everything that pages show is computed from these, so that a page costs what its days cost, and not its responses.
    Every act that stores or removes responses keeps them right in the same transaction (actions/responses.py).
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="+", db_index=False)
    cut = models.CharField(max_length=10)
    about = models.CharField(max_length=120, blank=True)  # the name of the touchpoint or segment, the key of the wave
    day = models.DateField()
    measure = models.CharField(max_length=10)
    variant = models.CharField(max_length=20, blank=True)
    scale_min = models.SmallIntegerField()
    scale_max = models.SmallIntegerField()
    score = models.SmallIntegerField()
    count = models.IntegerField()  # what is removed is added as a negative number, which a check would refuse

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "workspace", "company", "cut", "about", "day", "measure", "variant", "scale_min", "scale_max",
                    "score",
                ),
                name="daily_count",
            ),
            models.CheckConstraint(condition=Q(cut__in=CUTS), name="daily_count_cut"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.day} {self.measure} {self.score}: {self.count}"
