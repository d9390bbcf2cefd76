"""What becomes of a person’s data when they, or the law, ask: erased, while the sums stay as they are."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from ..models import Answer, Assessment, Invitation, Membership, Message, Referral, Respondent, User, Workspace
from .audit import record
from .invitations import close_ways_back

OMITTED = "[…]"  # stands where a text was: an answer that had something behind it stays one that had


class SoleOwner(Exception):
    """The person is the only owner of these workspaces: nobody could look after them any more."""

    def __init__(self, workspaces: list[Workspace]) -> None:
        super().__init__()
        self.workspaces = workspaces


@transaction.atomic
def erase_respondent(*, user: User | None, respondent: Respondent) -> None:
    """Forget who a respondent is and what they wrote; the stages they chose stay, and every score with them.

    In an anonymous assessment the notes stay: nobody knows whose they are, and what disappears would tell.
    """
    rows = Respondent.objects.filter(workspace=respondent.workspace_id, pk=respondent.pk).select_for_update()
    erase(rows, texts=not respondent.assessment.anonymous)
    record("respondent-erased", respondent.assessment, actor=user)


@transaction.atomic
def delete_account(*, user: User) -> None:
    """Remove an account with its memberships and sessions, and erase the person wherever they have answered.

    Raises SoleOwner, and removes nothing, while a workspace would be left without an owner.
    """
    # Held, so that of two owners not both can go at once.
    list(Workspace.objects.select_for_update(of=("self",)).filter(memberships__user=user, memberships__role="owner"))
    alone = sole_ownerships(user)
    if alone:
        raise SoleOwner(alone)
    for membership in Membership.objects.filter(user=user).select_related("user", "workspace"):
        close_ways_back(user=user, membership=membership, gone=True)
    for workspace in Workspace.objects.filter(memberships__user=user).distinct():
        record("account-deleted", workspace, actor=user)
    answered = Respondent.objects.filter(user=user)
    named = list(answered.filter(assessment__anonymous=False).values_list("pk", flat=True))
    anonymous = list(answered.filter(assessment__anonymous=True).values_list("pk", flat=True))
    erase(Respondent.objects.filter(pk__in=named), texts=True)
    erase(Respondent.objects.filter(pk__in=anonymous), texts=False)
    Invitation.objects.filter(accepted_by=user).update(email="")
    Invitation.objects.filter(email__iexact=user.email, accepted_at=None).update(email="", revoked_at=timezone.now())
    keys = list(UserSession.objects.filter(user=user).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    user.delete()


@transaction.atomic
def erase_after_retention(*, assessment: Assessment) -> int:
    """Erase everybody in a final assessment whose time is over; how many there were to erase."""
    people = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    # Those who were erased one by one in an anonymous round left their notes among those of the others: they are erased
    # again with the others.
    count = erase(people.filter(Q(erased_at=None) | Q(answers__in=written())).distinct(), texts=True)
    if count:
        detail = {"count": count}
        record("retention-kept", assessment, actor=None, detail=detail)
    return count


def erase(people: QuerySet[Respondent], *, texts: bool) -> int:
    """Take from these rows all that is known of the person; how many rows. The caller sees to the transaction."""
    keys = list(people.values_list("pk", flat=True))
    Respondent.objects.filter(pk__in=keys).update(
        name="", email="", language="", user=None, link_version=F("link_version") + 1, erased_at=timezone.now(),
        previous=None, earlier={},
    )  # fmt: skip
    if texts:
        omit_texts(Answer.objects.filter(respondent__in=keys))
    Referral.objects.filter(passed_by__in=keys).update(passed_by=None)
    mails = Message.objects.filter(respondent__in=keys)
    mails.filter(status="queued").update(status="dropped")
    mails.update(respondent=None, problem="")
    return len(keys)


def written() -> QuerySet[Answer]:
    """Answers that still have a text with them."""
    return Answer.objects.exclude(note__in=("", OMITTED), evidence="")


def omit_texts(answers: QuerySet[Answer]) -> None:
    """Take what people wrote from these answers; that they wrote something stays."""
    answers.exclude(note="", evidence="").update(note=OMITTED, evidence="")


def sole_ownerships(user: User) -> list[Workspace]:
    """The workspaces that have no other owner; two queries."""
    owned = Workspace.objects.filter(deleted_at=None, memberships__user=user, memberships__role="owner")
    others = Membership.objects.filter(role="owner", workspace__in=owned).exclude(user=user)
    return list(owned.exclude(pk__in=others.values("workspace")).order_by("name", "pk"))


@transaction.atomic
def note_export(*, user: User, respondent: Respondent) -> None:
    """Note that somebody of the team has taken along what is known of a respondent; the trail does not say of whom."""
    record("person-exported", respondent.assessment, actor=user)
