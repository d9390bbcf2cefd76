"""E-mail that we owe somebody: written together with the act that asks for it, sent by a background task."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from .assessment import Assessment
from .invitation import Invitation
from .respondent import Respondent
from .survey import SurveyInvitation
from .workspace import Membership, Workspace

KINDS = ("invitation", "reminder", "referral", "own-link", "membership", "survey", "plan", "digest", "round")
# `unsure`: the mail server was cut off after it had the text; to send again might send twice, so a person decides.
STATUSES = ("queued", "sending", "sent", "failed", "unsure", "dropped")


class Message(models.Model):
    """One e-mail to one person. `key` says what it is for: there is never a second one for the same.

    The text is made when it is sent, in `language`, so that no table holds a personal link. `member` gets what is said
    about a plan.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="messages", db_index=False)
    assessment = models.ForeignKey(Assessment, models.CASCADE, null=True, blank=True, related_name="messages")
    respondent = models.ForeignKey(Respondent, models.CASCADE, null=True, blank=True, related_name="messages")
    invitation = models.ForeignKey(Invitation, models.CASCADE, null=True, blank=True, related_name="messages")
    survey_invitation = models.ForeignKey(
        SurveyInvitation, models.CASCADE, null=True, blank=True, related_name="messages"
    )
    member = models.ForeignKey(Membership, models.CASCADE, null=True, blank=True, related_name="messages")
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=10, default="en")
    status = models.CharField(max_length=8, default="queued")
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "key"), name="message_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="message_kind"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="message_status"),
        )
        indexes = (models.Index(fields=("due_at",), condition=Q(status__in=("queued", "sending")), name="message_due"),)

    def __str__(self) -> str:
        return self.key
