"""Asking people by e-mail to answer, and asking again."""

from __future__ import annotations

from django.db import transaction

from ..models import Assessment, Respondent, User
from ..queries.messages import mail_of
from .audit import record
from .life import CannotMove, move_assessment
from .messages import Owed, owe_messages


@transaction.atomic
def invite_respondents(*, user: User, assessment: Assessment) -> int:
    """Invite those with an address who have no working link yet; how many were.

    The first invitation opens the assessment to them. Raises CannotMove once answers are no longer taken.
    """
    row = Assessment.objects.select_for_update().get(workspace=assessment.workspace_id, pk=assessment.pk)
    if not row.is_open:
        raise CannotMove(row.state)
    owed = [
        Owed(f"invitation:{each.person.code}:{each.person.link_version}", each.person, _language(each.person, user))
        for each in mail_of(row)
        if each.to_invite
    ]
    if not owed:
        return 0
    if row.state == "draft":
        move_assessment(user=user, assessment=assessment, to="collecting")
    count = owe_messages(kind="invitation", assessment=row, owed=owed)
    _note("invitations-sent", user, row, count)
    return count


@transaction.atomic
def remind(*, user: User, assessment: Assessment) -> int:
    """Remind those who have been invited and have not finished, each at most once a day; how many were."""
    row = Assessment.objects.select_for_update().get(workspace=assessment.workspace_id, pk=assessment.pk)
    if row.state != "collecting" or not row.is_open:
        raise CannotMove(row.state)
    owed = [
        Owed(each.reminder_of_today, each.person, _language(each.person, user))
        for each in mail_of(row)
        if each.to_remind
    ]
    count = owe_messages(kind="reminder", assessment=row, owed=owed)
    _note("reminders-sent", user, row, count)
    return count


def _note(act: str, user: User, assessment: Assessment, count: int) -> None:
    """In the trail, how many; never who: in an anonymous assessment it would tell who has not answered."""
    if count:
        record(act, assessment, actor=user, detail={"count": count})


def _language(person: Respondent, user: User) -> str:
    return person.language or user.language
