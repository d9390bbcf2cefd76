"""E-mail that an act owes somebody: a row in the same transaction, sent by a background task afterwards."""

from __future__ import annotations

from django.utils import timezone

from ..models import Assessment, Invitation, Message, Respondent


def owe_message(
    *,
    kind: str,
    key: str,
    workspace_id: int,
    language: str,
    assessment: Assessment | None = None,
    respondent: Respondent | None = None,
    invitation: Invitation | None = None,
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
            "due_at": timezone.now(),
        },
    )
    return new
