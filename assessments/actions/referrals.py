"""Passing a question on to somebody who would know; like all that respondents do, it leaves nothing in the trail."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.shortcuts import get_object_or_404

from ..files.limits import RESPONDENTS
from ..maturity.progress import PASSED_ON_ONLY
from ..models import Assessment, Referral, Respondent
from ..places import Place
from .answers import AnswersClosed
from .messages import owe_message
from .respondents import TooMany, spoken_by

MOST_PASSED_ON = 20
COUNTED = timedelta(days=90)


class PassedOnEnough(Exception):
    """Somebody has passed on as many questions as one person may."""


class Yourself(Exception):
    """A question cannot be passed on to the one who passes it on."""


@transaction.atomic
def pass_on(
    *,
    place: Place,
    practice: str,
    language: str,
    colleague: str = "",
    name: str = "",
    email: str = "",
    group: str = "",
) -> Respondent:
    """Give a question to a `colleague` who answers here (their code), or to somebody new, who is asked nothing else.

    Raises Yourself, PassedOnEnough, TooMany, or AnswersClosed where the assessment has just been closed, or the person
    who passes on erased. Who passed it on is kept only where answers go by name.
    """
    # Held first: who passes on many at once is counted one by one.
    assessment = Assessment.objects.select_for_update().get(workspace=place.workspace_id, pk=place.assessment_id)
    here = Respondent.objects.filter(workspace=place.workspace_id, pk=place.pk or 0, erased_at=None)
    if assessment.state not in place.open_states or assessment.is_overdue or not here.exists():
        raise AnswersClosed
    counter = f"passed-on-{place.pk}"
    passed = cache.get(counter, 0)
    if passed >= MOST_PASSED_ON:
        raise PassedOnEnough
    row = _colleague(assessment, colleague, email) or _newcomer(assessment, name, email, group, language)
    if row.pk == place.pk:
        raise Yourself
    if practice not in row.practices:
        row.practices = [*row.practices, practice]
        if not place.anonymous:  # there, one finished less would tell that this person was
            row.finished_at = None
        row.save(update_fields=["practices", "finished_at"])
    Referral.objects.get_or_create(
        workspace_id=place.workspace_id,
        assessment=assessment,
        practice=practice,
        passed_to=row,
        defaults={"passed_by_id": None if place.anonymous else place.pk},
    )
    if row.email or row.user_id:
        owe_message(
            kind="referral",
            key=f"referral:{assessment.code}:{practice}:{row.code}",
            workspace_id=place.workspace_id,
            language=spoken_by(row) or language,
            assessment=assessment,
            respondent=row,
        )
    cache.set(counter, passed + 1, COUNTED.total_seconds())
    return row


def _colleague(assessment: Assessment, code: str, email: str) -> Respondent | None:
    people = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment, erased_at=None)
    if code:
        return get_object_or_404(people.select_for_update(), code=uuid.UUID(code))
    address = email.strip().lower()
    return people.filter(email=address).first() or people.filter(user__email=address).first()


def _newcomer(assessment: Assessment, name: str, email: str, group: str, language: str) -> Respondent:
    if Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment).count() >= RESPONDENTS:
        raise TooMany
    return Respondent.objects.create(
        workspace_id=assessment.workspace_id,
        assessment=assessment,
        name=name.strip(),
        email=email.strip().lower(),
        group=group,
        language=language,
        dimensions=list(PASSED_ON_ONLY),
    )
