"""Everything that is known of one person, as plain values that go into JSON."""

from __future__ import annotations

import uuid
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..content.loader import framework
from ..models import Answer, Assessment, Membership, Message, Referral, Respondent, User
from .answers import Answering
from .audit import acts_of


def everything_about(respondent: Respondent, *, answers: bool, language: str) -> dict[str, Any]:
    """What is known of somebody who answers, whose `assessment` came along with its company and workspace.

    Their `answers` are theirs alone where the assessment is anonymous: only the respondent gets them then.
    """
    found = {
        "made_at": _said(timezone.now()),
        "person": _person(respondent) if answers else _contact(respondent),
        "assessment": _assessment(respondent.assessment),
        "messages": _messages(respondent),
    }
    if answers:
        found["passed_on"] = _referrals(respondent)
        found["answers"] = _answers([respondent], language).get(respondent.pk, [])
    return found


def everything_of(user: User, language: str) -> dict[str, Any]:
    """What is known of somebody with an account; the same number of queries however much there is."""
    places = Respondent.objects.filter(user=user, assessment__company__deleted_at=None, workspace__deleted_at=None)
    people = list(places.select_related("assessment__company", "workspace").order_by("pk"))
    answers = _answers(people, language)
    return {
        "made_at": _said(timezone.now()),
        "account": _account(user),
        "memberships": _memberships(user),
        "answered_in": [
            {
                "workspace": each.workspace.name,
                "assessment": _assessment(each.assessment),
                "person": _person(each),
                "answers": answers.get(each.pk, []),
            }
            for each in people
        ],
        "acts": [
            {
                "at": _said(each.at),
                "act": each.act,
                "workspace": each.workspace.name,
                "company": each.company.name if each.company else None,
                "assessment": each.assessment.title if each.assessment else None,
                "detail": each.detail,
            }
            for each in acts_of(user)
        ],
    }


def respondent_of(assessment: Assessment, code: uuid.UUID) -> Respondent:
    """A respondent of an assessment, with what `everything_about` needs; 404 where there is none."""
    rows = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment, erased_at=None)
    return get_object_or_404(rows.select_related("assessment__company", "workspace"), code=code)


def respondent_at(place: Answering) -> Respondent:
    """The respondent who answers at a place, with what `everything_about` needs."""
    rows = Respondent.objects.filter(workspace=place.workspace_id).select_related("assessment__company", "workspace")
    return rows.get(pk=place.pk)


def _account(user: User) -> dict[str, Any]:
    sessions = UserSession.objects.filter(user=user).order_by("pk")
    user.refresh_from_db(fields=["date_joined", "last_login"])
    return {
        "name": user.name,
        "email": user.email,
        "language": user.language,
        "joined_at": _said(user.date_joined),
        "last_sign_in": _said(user.last_login),
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "second_factors": list(Authenticator.objects.filter(user=user).values_list("type", flat=True)),
        "other_sign_ins": list(SocialAccount.objects.filter(user=user).values("provider", "uid", "extra_data")),
        "sessions": [
            {"began_at": _said(each.created_at), "address": each.ip, "browser": each.user_agent} for each in sessions
        ],
    }


def _memberships(user: User) -> list[dict[str, Any]]:
    rows = Membership.objects.filter(user=user, workspace__deleted_at=None).select_related("workspace", "company")
    return [
        {
            "workspace": each.workspace.name,
            "company": each.company.name if each.company else None,
            "role": each.role,
            "since": _said(each.joined_at),
        }
        for each in rows.order_by("pk")
    ]


def _contact(respondent: Respondent) -> dict[str, Any]:
    names = ("name", "email", "language", "group")
    return {name: getattr(respondent, name) for name in names}


def _person(respondent: Respondent) -> dict[str, Any]:
    return {
        **_contact(respondent),
        "added_at": _said(respondent.added_at),
        "parts": {
            "practice_set": respondent.practice_set,
            "dimensions": respondent.dimensions,
            "practices": respondent.practices,
        },
        "earlier_answers": [{"practice": key, **said} for key, (said, _version) in sorted(respondent.earlier.items())],
    }


def _assessment(assessment: Assessment) -> dict[str, Any]:
    return {
        "company": assessment.company.name,
        "title": assessment.title,
        "held_on": str(assessment.held_on),
        "anonymous": assessment.anonymous,
        "state": assessment.state,
    }


def _messages(respondent: Respondent) -> list[dict[str, Any]]:
    rows = Message.objects.filter(workspace=respondent.workspace_id, respondent=respondent).order_by("pk")
    if respondent.assessment.anonymous:  # reminders go to those who have not finished: they would tell who has
        rows = rows.filter(kind="invitation")
    return [{"kind": each.kind, "status": each.status, "sent_at": _said(each.sent_at)} for each in rows]


def _referrals(respondent: Respondent) -> list[dict[str, Any]]:
    """The practices that colleagues have passed on to them; by whom is the colleague’s own."""
    rows = Referral.objects.filter(workspace=respondent.workspace_id, passed_to=respondent).order_by("pk")
    return [{"practice": each.practice} for each in rows]


def _answers(people: list[Respondent], language: str) -> dict[int, list[dict[str, Any]]]:
    """What each has said, in one query, with the titles of the practices in `language`."""
    frames = {each.pk: framework(each.assessment.framework, each.assessment.framework_version) for each in people}
    found: dict[int, list[dict[str, Any]]] = {}
    for row in Answer.objects.filter(respondent__in=people).order_by("respondent", "practice"):
        practice = frames[row.respondent_id].practices.get(row.practice)
        found.setdefault(row.respondent_id, []).append(
            {
                "practice": row.practice,
                "title": practice.title.to(language) if practice else row.practice,
                "stage": row.stage,
                "dont_know": row.dont_know,
                "not_applicable": row.not_applicable,
                "note": row.note,
                "evidence": row.evidence,
                "saved_at": _said(row.saved_at),
            }
        )
    return found


def _said(moment: Any) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
