"""What a respondent said about a practice."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .answer_stamp import Stamp, Stamped
from .respondent import Respondent
from .workspace import Workspace

STAGES = (0, 1, 2, 3, 4)
REASONS = ("out-of-scope", "by-choice", "done-by-others")
ANSWER_FIELDS = ("stage", "dont_know", "not_applicable", "note", "evidence")  # of maturity.answers.Answer, too
EXACTLY_ONE = (
    Q(stage__isnull=False, dont_know=False, not_applicable="")
    | Q(stage__isnull=True, dont_know=True, not_applicable="")
    | (Q(stage__isnull=True, dont_know=False) & ~Q(not_applicable=""))
)


class Answer(models.Model):
    """A stage, or *don't know*, or *not applicable* with a reason: exactly one. Unanswered is no row at all.

    `chosen_at` is the time on the respondent's device, by which the newer of two answers wins; `saved_at` is ours.
    `stamp` is another number after every write (answer_stamp.py).
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    respondent = models.ForeignKey(Respondent, models.CASCADE, related_name="answers")
    practice = models.CharField(max_length=40)
    stage = models.PositiveSmallIntegerField(null=True, blank=True)
    dont_know = models.BooleanField(default=False)
    not_applicable = models.CharField(max_length=20, blank=True, default="")
    note = models.TextField(blank=True, default="")
    evidence = models.TextField(blank=True, default="")
    chosen_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    stamp = Stamp(editable=False, db_default=0)

    objects = Stamped.as_manager()

    class Meta:
        # Each opening of a report asks whether any answer is another one than before: this alone says it.
        indexes = (models.Index(fields=("workspace", "respondent", "stamp"), name="answer_by_stamp"),)
        constraints = (
            models.UniqueConstraint(fields=("workspace", "respondent", "practice"), name="answer_of_respondent"),
            models.CheckConstraint(condition=EXACTLY_ONE, name="answer_is_one_thing"),
            models.CheckConstraint(condition=Q(stage__isnull=True) | Q(stage__in=STAGES), name="answer_stage"),
            models.CheckConstraint(condition=Q(not_applicable__in=("", *REASONS)), name="answer_reason"),
        )

    def __str__(self) -> str:
        return f"{self.respondent_id} {self.practice}"
