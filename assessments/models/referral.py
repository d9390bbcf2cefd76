"""A question passed on to somebody who would know."""

from __future__ import annotations

from django.db import models

from .assessment import Assessment
from .respondent import Respondent
from .workspace import Workspace


class Referral(models.Model):
    """A practice that somebody did not know and passed on. Who did is kept only where the assessment is named."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="referrals", db_index=False)
    practice = models.CharField(max_length=40)
    passed_by = models.ForeignKey(Respondent, models.SET_NULL, null=True, blank=True, related_name="+")
    passed_to = models.ForeignKey(Respondent, models.CASCADE, related_name="referrals")
    passed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "assessment", "practice", "passed_to"), name="referral_once"),
        )

    def __str__(self) -> str:
        return f"{self.practice} to {self.passed_to_id}"
