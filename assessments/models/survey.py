"""Our own surveys of customers: what is asked, in which wave, and whom."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from .company import Company
from .workspace import Workspace

SURVEY_KINDS = ("nps", "csat", "ces", "trust")
SURVEY_STATES = ("draft", "open", "closed")


class Survey(models.Model):
    """One question with a scale (for trust: five), and its open follow-up questions.

    `variant` is that of the measure ("csat-5", "ces2" …). The open link is the `code` itself: whoever has it may answer
    while `open_link` stands; `origins` are the sites that may embed the survey.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="surveys", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)  # public links know nothing else
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    variant = models.CharField(max_length=20, blank=True)
    touchpoint = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=120, blank=True)  # what is asked about, in the company's words
    state = models.CharField(max_length=10, default="draft")
    open_link = models.BooleanField(default=True)
    link_version = models.PositiveSmallIntegerField(default=1)
    origins = models.JSONField(default=list, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="survey_code"),
            models.CheckConstraint(condition=Q(kind__in=SURVEY_KINDS), name="survey_kind"),
            models.CheckConstraint(condition=Q(state__in=SURVEY_STATES), name="survey_state"),
        )
        indexes = (models.Index(fields=("workspace", "company"), name="survey_of_company"),)

    def __str__(self) -> str:
        return self.title


class Wave(models.Model):
    """One asking of a survey; the response rate is counted in each."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="waves", db_index=False)
    number = models.PositiveSmallIntegerField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("workspace", "survey", "number"), name="wave_of_survey"),)

    def __str__(self) -> str:
        return f"{self.survey_id} wave {self.number}"


class SurveyInvitation(models.Model):
    """One customer asked in one wave: by a link of their own, good for one answer.

    `customer` is the keyed digest of the address (assessments/customers.py); `email` is forgotten when it is erased.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="invitations", db_index=False)
    wave = models.ForeignKey(Wave, models.CASCADE, related_name="invitations", db_index=False)
    code = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)  # personal links know nothing else
    customer = models.CharField(max_length=64)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    segment = models.CharField(max_length=120, blank=True)
    link_version = models.PositiveSmallIntegerField(default=1)
    invited_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "code"), name="survey_invitation_code"),
            models.UniqueConstraint(fields=("workspace", "wave", "customer"), name="survey_invitation_of_customer"),
        )
        indexes = (models.Index(fields=("workspace", "customer", "-invited_at"), name="survey_invitation_rhythm"),)

    def __str__(self) -> str:
        return str(self.code)


class SurveyRefusal(models.Model):
    """A customer who does not want to be asked by this company any more; only the digest of the address is kept."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+", db_index=False)
    company = models.ForeignKey(Company, models.CASCADE, related_name="+", db_index=False)
    customer = models.CharField(max_length=64)
    refused_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("workspace", "company", "customer"), name="survey_refusal_of_customer"),
        )

    def __str__(self) -> str:
        return self.customer[:8]
