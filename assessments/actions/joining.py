"""What respondents do beside answering: join by a group's link, start, say they are done, pass a question on.

None of it goes into the audit trail, which must not tell who answered what, or when.
"""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ..files.limits import RESPONDENTS
from ..models import Assessment, GroupLink, Referral, Respondent
from ..places import Place
from ..progress import PASSED_ON_ONLY
from ..queries.respondents import addresses_of
from .messages import owe_message
from .respondents import AddressTaken, TooMany, mail_own_link

MOST_PASSED_ON = 20
COUNTED = timedelta(days=90)


class PassedOnEnough(Exception):
    """Somebody has passed on as many questions as one person may."""


class Yourself(Exception):
    """A question cannot be passed on to the one who passes it on."""


@transaction.atomic
def join_assessment(*, link: GroupLink, name: str, email: str, language: str) -> Respondent:
    """A new respondent in the group of the link; their personal link is mailed where they gave an address.

    Raises AddressTaken where somebody has this address already: they are mailed their own link instead.
    """
    assessment = Assessment.objects.select_for_update().get(workspace=link.workspace_id, pk=link.assessment_id)
    email = email.strip().lower()
    if email and email in addresses_of(assessment):
        raise AddressTaken
    if Respondent.objects.filter(workspace=link.workspace_id, assessment=assessment).count() >= RESPONDENTS:
        raise TooMany
    row = Respondent.objects.create(
        workspace_id=link.workspace_id,
        assessment=assessment,
        name="" if assessment.anonymous else name.strip(),
        email=email,
        group=link.group,
        language=language,
    )
    if email:
        mail_own_link(row, language)
    return row


@transaction.atomic
def send_link_again(*, link: GroupLink, email: str) -> None:
    """Mail somebody who has joined before their personal link, once for each version of it."""
    people = Respondent.objects.filter(workspace=link.workspace_id, assessment=link.assessment_id, user=None)
    row = people.select_related("assessment").filter(email=email.strip().lower(), erased_at=None).first()
    if row:
        mail_own_link(row)


def start_answering(*, place: Place, language: str = "") -> None:
    """Note that somebody has begun, once, and the language they read in."""
    _own(place).filter(started_at=None).update(
        started_at=timezone.now(), **({"language": language} if language else {})
    )


def finish_answering(*, place: Place) -> None:
    """Somebody says that they are done."""
    _own(place).filter(finished_at=None).update(finished_at=timezone.now())
    start_answering(place=place)


def go_on_answering(*, place: Place) -> None:
    """Somebody is not done after all."""
    _own(place).update(finished_at=None)


def _own(place: Place) -> QuerySet[Respondent]:
    return Respondent.objects.filter(workspace=place.workspace_id, pk=place.pk or 0)


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

    Raises Yourself, PassedOnEnough, or TooMany. Who passed it on is kept only where answers go by name.
    """
    counter = f"passed-on-{place.pk}"
    passed = cache.get(counter, 0)
    if passed >= MOST_PASSED_ON:
        raise PassedOnEnough
    assessment = Assessment.objects.select_for_update().get(workspace=place.workspace_id, pk=place.assessment_id)
    row = _colleague(assessment, colleague, email) or _newcomer(assessment, name, email, group, language)
    if row.pk == place.pk:
        raise Yourself
    if practice not in row.practices:
        row.practices = [*row.practices, practice]
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
            language=row.language or language,
            assessment=assessment,
            respondent=row,
        )
    cache.set(counter, passed + 1, COUNTED.total_seconds())
    return row


def _colleague(assessment: Assessment, code: str, email: str) -> Respondent | None:
    people = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment, erased_at=None)
    if code:
        return people.select_for_update().get(code=uuid.UUID(code))
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
