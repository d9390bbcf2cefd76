"""What respondents do beside answering: join by a group's link, start, say they are done.

None of it goes into the audit trail, which must not tell who answered what, or when.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..files.limits import RESPONDENTS
from ..models import Assessment, GroupLink, Respondent
from ..places import Place
from ..queries.respondents import addresses_of
from .answers import AnswersClosed
from .respondents import AddressTaken, TooMany, mail_own_link


@transaction.atomic
def join_assessment(*, link: GroupLink, name: str, email: str, language: str) -> Respondent:
    """A new respondent in the group of the link; their personal link is mailed where they gave an address.

    Raises AddressTaken where somebody has this address already: they are mailed their own link instead; AnswersClosed
    where the assessment, or the link, has just been closed.
    """
    assessment = Assessment.objects.select_for_update().get(workspace=link.workspace_id, pk=link.assessment_id)
    holds = GroupLink.objects.filter(pk=link.pk, is_open=True, link_version=link.link_version).exists()
    if assessment.state != "collecting" or assessment.is_overdue or not holds:
        raise AnswersClosed
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
    """Mail somebody who answers here already the way to their questions, once a day: the letter before may be lost."""
    people = Respondent.objects.filter(workspace=link.workspace_id, assessment=link.assessment_id, erased_at=None)
    address = email.strip().lower()
    row = people.select_related("assessment", "user").filter(Q(email=address) | Q(user__email=address)).first()
    if row:
        mail_own_link(row, again=str(timezone.localdate()))


def start_answering(*, place: Place, language: str = "") -> None:
    """Note that somebody has begun, once, and the language they read in."""
    # In an anonymous round a language that appears in the list would tell who has begun.
    spoken = {"language": language} if language and not place.anonymous else {}
    _own(place).filter(started_at=None).update(started_at=timezone.now(), **spoken)


def finish_answering(*, place: Place) -> None:
    """Somebody says that they are done."""
    _own(place).filter(finished_at=None).update(finished_at=timezone.now())
    start_answering(place=place)


def go_on_answering(*, place: Place) -> None:
    """Somebody is not done after all."""
    _own(place).update(finished_at=None)


def _own(place: Place) -> QuerySet[Respondent]:
    return Respondent.objects.filter(workspace=place.workspace_id, pk=place.pk or 0, erased_at=None)
