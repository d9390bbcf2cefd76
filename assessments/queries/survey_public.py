"""Our own surveys as customers reach them: by the code in an address. The caller sees to the key of a personal link."""

from __future__ import annotations

import uuid

from django.shortcuts import get_object_or_404

from ..models import Comment, Response, Survey, SurveyInvitation, SurveyRefusal, Wave

RELATED = ("company__workspace", "created_by")


def open_survey_by_code(code: uuid.UUID, *, withdrawn: bool = False) -> Survey:
    """The survey whose open link has this code; 404 where it has none, or its company is gone.

    One whose link was `withdrawn` is found only for those who want what they said through it erased.
    """
    rows = Survey.objects.select_related(*RELATED).exclude(state="draft")
    if not withdrawn:
        rows = rows.filter(open_link=True)
    return get_object_or_404(rows, code=code, company__deleted_at=None, company__workspace__deleted_at=None)


def invitation_by_code(code: uuid.UUID) -> SurveyInvitation | None:
    """The invitation with this code, its survey and company with it."""
    rows = SurveyInvitation.objects.select_related("wave", *(f"survey__{each}" for each in RELATED))
    gone = {"survey__company__deleted_at": None, "survey__company__workspace__deleted_at": None}
    return rows.filter(code=code, **gone).first()


def running_wave(survey: Survey) -> Wave | None:
    """The wave that takes answers now."""
    if survey.state != "open":
        return None
    return Wave.objects.filter(workspace=survey.workspace_id, survey=survey, closed_on=None).first()


def given_in(survey: Survey, submission: uuid.UUID) -> tuple[dict[str, int], dict[str, str]]:
    """What was answered at once: the scores by measure, the texts by follow-up; two queries."""
    mine = {"workspace": survey.workspace_id, "company": survey.company_id, "submission": submission}
    scores = dict(Response.objects.filter(**mine, survey=survey).values_list("measure", "score"))
    texts = dict(Comment.objects.filter(**mine).values_list("question", "text")) if scores else {}
    return scores, {key.removeprefix(f"{survey.kind}-"): text for key, text in texts.items()}


def wants_none(invitation: SurveyInvitation) -> bool:
    """Whether this customer has said that the company should not ask any more."""
    return SurveyRefusal.objects.filter(
        workspace=invitation.workspace_id, company=invitation.survey.company_id, customer=invitation.customer
    ).exists()
