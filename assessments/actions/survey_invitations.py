"""Asking customers of a list by e-mail, each once in a wave and none too soon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from ..models import Company, Message, Survey, SurveyInvitation, SurveyRefusal, User, Wave
from ..queries.survey_rhythm import verdicts
from .audit import record
from .messages import owe_survey_mail


class SurveyClosed(Exception):
    """The survey takes no answers now."""


@dataclass(frozen=True, slots=True)
class Invited:
    """How many were asked, and how many were left alone although they stand in the list."""

    asked: int
    left: int


@transaction.atomic
def invite_customers(*, user: User, survey: Survey, people: Iterable[Mapping[str, str]], language: str) -> Invited:
    """Ask those of `people` (email, language, segment) who may be asked today, in their language or else in this one.

    The rules are asked again here, one list after the other, so that two lists at once ask nobody twice. Raises
    SurveyClosed.
    """
    Company.objects.select_for_update().get(workspace=survey.workspace_id, pk=survey.company_id)
    wave = Wave.objects.filter(workspace=survey.workspace_id, survey=survey, closed_on=None).first()
    if wave is None:
        raise SurveyClosed
    by_email = {each["email"].strip().lower(): each for each in people}
    judged = verdicts(survey, wave, list(by_email), timezone.localdate())
    rows = [
        SurveyInvitation(
            workspace_id=survey.workspace_id,
            survey=survey,
            wave=wave,
            customer=each.customer,
            email=each.email,
            language=by_email[each.email]["language"],
            segment=by_email[each.email]["segment"],
        )
        for each in judged
        if each.state == "ask"
    ]
    SurveyInvitation.objects.bulk_create(rows, batch_size=500)
    owe_survey_mail(workspace_id=survey.workspace_id, invitations=rows, language=language)
    if rows:
        detail = {"survey": survey.title, "count": len(rows)}
        record("customers-asked", survey.company, actor=user, detail=detail)
    return Invited(len(rows), len(judged) - len(rows))


@transaction.atomic
def stop_asking(*, invitation: SurveyInvitation) -> None:
    """The customer wants no more surveys of this company: only the digest of the address is kept for that."""
    SurveyRefusal.objects.get_or_create(
        workspace_id=invitation.workspace_id, company_id=invitation.survey.company_id, customer=invitation.customer
    )
    mine = Message.objects.filter(
        workspace=invitation.workspace_id,
        survey_invitation__customer=invitation.customer,
        survey_invitation__survey__company=invitation.survey.company_id,
    )
    mine.filter(status="queued").update(status="dropped")
