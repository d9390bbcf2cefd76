"""E-mail that an act owes somebody: a row in the same transaction, sent by a background task afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from ..models import Assessment, Invitation, Membership, Message, Respondent, SurveyInvitation, User
from ..queries.messages import TROUBLE
from ..tasks.delivery import deliver_soon
from .audit import record


class Owed(NamedTuple):
    """One e-mail to a respondent: what it is for, and in which language."""

    key: str
    respondent: Respondent
    language: str


@transaction.atomic
def owe_message(
    *,
    kind: str,
    key: str,
    workspace_id: int,
    language: str,
    assessment: Assessment | None = None,
    respondent: Respondent | None = None,
    invitation: Invitation | None = None,
    member: Membership | None = None,
) -> bool:
    """Queue one e-mail, to be sent once the transaction is through; False where `key` was queued before.

    `kind` is one of models/message.py KINDS; `key` says what it is for, such as "invitation:<respondent's code>:1".
    """
    _row, new = Message.objects.get_or_create(
        workspace_id=workspace_id,
        key=key,
        defaults={
            "kind": kind,
            "language": language,
            "assessment": assessment,
            "respondent": respondent,
            "invitation": invitation,
            "member": member,
            "due_at": timezone.now(),
        },
    )
    if new:
        transaction.on_commit(deliver_soon, robust=True)
    return new


@transaction.atomic
def owe_messages(*, kind: str, assessment: Assessment, owed: Iterable[Owed]) -> int:
    """Queue many e-mails about an assessment at once; how many were not queued before."""
    wanted = {each.key: each for each in owed}
    # Held until the transaction ends: two who press the button at once queue each e-mail once, and both count right.
    Assessment.objects.select_for_update().get(workspace=assessment.workspace_id, pk=assessment.pk)
    there = Message.objects.filter(workspace=assessment.workspace_id, assessment=assessment, kind=kind)
    for key in there.values_list("key", flat=True):
        wanted.pop(key, None)
    now = timezone.now()
    Message.objects.bulk_create(
        Message(
            workspace_id=assessment.workspace_id,
            assessment=assessment,
            respondent=each.respondent,
            kind=kind,
            key=each.key,
            language=each.language,
            due_at=now,
        )
        for each in wanted.values()
    )
    if wanted:
        transaction.on_commit(deliver_soon, robust=True)
    return len(wanted)


def owe_survey_mail(*, workspace_id: int, invitations: Iterable[SurveyInvitation], language: str) -> None:
    """Queue the e-mail of survey invitations that were just made, in their language or else in this one."""
    now = timezone.now()
    rows = [
        Message(
            workspace_id=workspace_id,
            survey_invitation=each,
            kind="survey",
            key=f"survey:{each.code}",
            language=each.language or language,
            due_at=now,
        )
        for each in invitations
    ]
    if Message.objects.bulk_create(rows, batch_size=500):
        transaction.on_commit(deliver_soon, robust=True)


@transaction.atomic
def send_again(*, user: User, assessment: Assessment, message: Message) -> bool:
    """Send a message whose sending failed, or is in doubt, once more; False where it is neither any more."""
    rows = Message.objects.filter(workspace=assessment.workspace_id, assessment=assessment, pk=message.pk)
    rows = rows.filter(status__in=TROUBLE)
    if not rows.update(status="queued", attempts=0, problem="", due_at=timezone.now(), claimed_at=None):
        return False
    detail = {"kind": message.kind}
    record("message-sent-again", assessment, actor=user, detail=detail)
    transaction.on_commit(deliver_soon, robust=True)
    return True


def note_bounce(*, code: uuid.UUID, problem: str) -> bool:
    """Note that a message that was sent has come back; False where we know of no such message."""
    sent = Message.objects.filter(code=code, status__in=("sent", "unsure"))
    return bool(sent.update(status="failed", problem=problem[:300]))
