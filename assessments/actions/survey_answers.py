"""What customers do in our own surveys: answer once, take it back.

None of it goes into the audit trail, which must not tell who answered what, or when.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from ..content.questionnaires import SurveyAnswer, questionnaire
from ..models import Comment, Company, Message, Survey, SurveyInvitation, Wave
from ..voice.comments import mood_of, searchable
from .flags import watch_afterwards
from .responses import NewResponse, remove_responses, store_responses
from .survey_invitations import SurveyClosed


@transaction.atomic
def answer_openly(*, survey: Survey, submission: uuid.UUID, answer: SurveyAnswer) -> bool:
    """Keep an answer that came by the open link; False where this submission was kept before. Raises SurveyClosed."""
    wave = _running(survey)
    if not survey.open_link:
        raise SurveyClosed
    return _keep(survey, wave, submission, answer)


@transaction.atomic
def answer_invited(*, invitation: SurveyInvitation, answer: SurveyAnswer) -> bool:
    """Keep the one answer of an invitation; False where there is one already, or it was erased. Raises SurveyClosed."""
    wave = _running(invitation.survey)
    if wave.pk != invitation.wave_id:
        raise SurveyClosed
    # One statement decides between two tabs: the second changes no row.
    mine = SurveyInvitation.objects.filter(workspace=invitation.workspace_id, pk=invitation.pk)
    if not mine.filter(answered_at=None, erased_at=None).update(answered_at=timezone.now()):
        return False
    known = {"customer": invitation.customer, "segment": invitation.segment}
    return _keep(invitation.survey, wave, invitation.code, answer, **known)


@transaction.atomic
def erase_answer(*, survey: Survey, submission: uuid.UUID) -> int:
    """Remove what was answered at once, with its comments; the counts follow. How many scores went."""
    count = remove_responses(survey.company, Q(survey=survey, submission=submission))
    Comment.objects.filter(workspace=survey.workspace_id, company=survey.company_id, submission=submission).delete()
    return count


@transaction.atomic
def erase_invitation(*, invitation: SurveyInvitation) -> None:
    """Remove the answer, the address and the link; the digest stays, so that nobody is asked again too soon."""
    erase_answer(survey=invitation.survey, submission=invitation.code)
    forget(Q(pk=invitation.pk), invitation.workspace_id)


def forget(which: Q, workspace_id: int) -> int:
    """Take the address from the invitations that `which` selects, and their e-mail from the queue; how many."""
    rows = SurveyInvitation.objects.filter(which, workspace=workspace_id, erased_at=None)
    keys = list(rows.values_list("pk", flat=True))
    changes: dict[str, Any] = {"email": "", "erased_at": timezone.now(), "link_version": F("link_version") + 1}
    SurveyInvitation.objects.filter(pk__in=keys).update(**changes)
    Message.objects.filter(survey_invitation__in=keys, status="queued").update(status="dropped")
    return len(keys)


def _running(survey: Survey) -> Wave:
    """The wave that takes answers, held open until the transaction ends.

    The company comes first, as in every act that changes counts: nobody waits for another in a circle.
    """
    Company.objects.select_for_update().get(workspace=survey.workspace_id, pk=survey.company_id)
    held = Survey.objects.select_for_update().filter(workspace=survey.workspace_id, pk=survey.pk, state="open")
    waves = Wave.objects.filter(workspace=survey.workspace_id, survey=survey, closed_on=None)
    wave = waves.first() if held.first() else None
    if wave is None:
        raise SurveyClosed
    return wave


def _keep(
    survey: Survey, wave: Wave, submission: uuid.UUID, answer: SurveyAnswer, *, customer: str = "", segment: str = ""
) -> bool:
    asked, today = questionnaire(survey.kind), timezone.localdate()
    scale = asked.scale(survey.variant)
    place = {"touchpoint": survey.touchpoint, "segment": segment}
    new = [
        NewResponse(
            each.measure, survey.variant, answer.scores[each.measure], scale.low, scale.high, today, submission.hex,
            submission, customer=customer, **place,
        )
        for each in asked.items_of(survey.variant)
    ]  # fmt: skip
    if not store_responses(survey.company, "survey", new, survey=survey, wave=wave):
        return False
    measure, score = asked.headline, answer.scores[asked.headline]
    Comment.objects.bulk_create(
        Comment(
            workspace_id=survey.workspace_id, company_id=survey.company_id, submission=submission,
            question=f"{survey.kind}-{each.id}", text=answer.texts[each.id], search=searchable(answer.texts[each.id]),
            answered_on=today, measure=measure, score=score, scale_min=scale.low, scale_max=scale.high,
            mood=mood_of(measure, score, scale.low, scale.high), **place,
        )
        for each in asked.follow_ups
        if answer.texts.get(each.id)
    )  # fmt: skip
    watch_afterwards(survey.company, whose=customer)
    return True
