"""A person who answers, in a group."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .assessment import PRACTICE_SETS, Assessment
from .workspace import Workspace

GROUPS = ("leaders", "managers", "frontline")


class Respondent(models.Model):
    """One who answers in one assessment; with an account, or by a personal link.

    Which practices they get: those of `practice_set` ("" is the assessment's own), of these `dimensions` only where
    there are any (["none"]: of none), and besides the `practices` that colleagues have passed on to them. The link
    holds a key derived from `code` and `link_version` (assessments/links.py): a higher version revokes it. `erased_at`:
    nothing is known of the person any more, while the answers stay in the sums. `previous` is the same person in the
    round before; `earlier` what they answered here before the statements changed, by practice: neither counts.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="respondents", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="respondents", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)  # personal links know nothing else
    name = models.CharField(max_length=150, blank=True)
    group = models.CharField(max_length=10)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    link_version = models.PositiveSmallIntegerField(default=1)
    practice_set = models.CharField(max_length=5, blank=True)
    dimensions = models.JSONField(default=list, blank=True)
    practices = models.JSONField(default=list, blank=True)
    previous = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="next_places")
    earlier = models.JSONField(default=dict, blank=True)
    added_at = models.DateTimeField(auto_now_add=True, null=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "assessment", "user"), name="respondent_of_user"),
            models.UniqueConstraint(
                fields=("workspace", "assessment", "email"), condition=~Q(email=""), name="respondent_of_email"
            ),
            models.UniqueConstraint(fields=("workspace", "code"), name="respondent_code"),
            models.CheckConstraint(condition=Q(group__in=GROUPS), name="respondent_group"),
            models.CheckConstraint(condition=Q(practice_set__in=("", *PRACTICE_SETS)), name="respondent_practice_set"),
        )

    def __str__(self) -> str:
        return self.name or str(self.code)
