"""What a customer wrote, and what was done about it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .company import Company
from .import_run import ImportRun
from .workspace import Workspace

MOODS = ("unhappy", "neutral", "happy")
MARKS = ("tag", "practice", "flag")


class Comment(models.Model):
    """A customer’s own words beside the score they gave; the loop is closed when it is done.

    `submission` joins it to the scores given at the same time. `question` says what was asked. `mood` comes from the
    score alone, and is empty without one. `search` is the text as it is searched: one width, one case.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="comments", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False)
    submission = models.UUIDField(default=uuid.uuid4)
    import_run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    question = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    search = models.TextField()
    answered_on = models.DateField()
    measure = models.CharField(max_length=10, blank=True)
    score = models.SmallIntegerField(null=True, blank=True)
    scale_min = models.SmallIntegerField(null=True, blank=True)
    scale_max = models.SmallIntegerField(null=True, blank=True)
    mood = models.CharField(max_length=10, blank=True)
    touchpoint = models.CharField(max_length=120, blank=True)
    segment = models.CharField(max_length=120, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="comment_code"),
            models.CheckConstraint(condition=Q(mood__in=("", *MOODS)), name="comment_mood"),
        )
        indexes = (
            models.Index(  # everything that a list is counted and ordered by, so that no text is read for it
                fields=("workspace", "company", "-answered_on", "mood", "read_at", "replied_at", "done_at"),
                name="comment_of_company",
            ),
            models.Index(fields=("workspace", "company", "submission"), name="comment_of_submission"),
        )

    def __str__(self) -> str:
        return self.text[:60]


class CommentMark(models.Model):
    """What a person attached to a comment: a tag in their own words, a practice, or a red flag."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    comment = models.ForeignKey(Comment, models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "comment", "kind", "value"), name="comment_mark"),
            models.CheckConstraint(condition=Q(kind__in=MARKS), name="comment_mark_kind"),
        )
        indexes = (models.Index(fields=("workspace", "kind", "value"), name="comment_mark_value"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
