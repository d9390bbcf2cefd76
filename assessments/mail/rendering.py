"""Makes an e-mail of a message that we owe: text and HTML, in the language of whoever gets it."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from ..links import Coded, key_of, path_to
from ..models import Message, Respondent, SurveyInvitation, SurveyRefusal
from ..queries.respondents import may_go_on
from .letters import Letter, letter
from .plan_letters import PLAN_KINDS, has_something_to_say, plan_letter, plan_link
from .round_letters import ROUND_KINDS, round_is_due, round_letter, round_link

BY_ACCOUNT = ("referral", "own-link")  # those who answer by an account see all else there
ONE_CLICK = "List-Unsubscribe=One-Click"


def is_wanted(message: Message) -> bool:
    """Whether there still is a reason to send it: what has closed, gone or been answered meanwhile needs no mail."""
    if message.workspace.deleted_at:
        return False
    if message.kind == "membership":
        row = message.invitation
        gone = row is None or row.revoked_at or row.accepted_at or row.expires_at <= timezone.now()
        return bool(row and not gone and row.email and not (row.company and row.company.deleted_at))
    if message.kind == "survey":
        return _survey_runs(message.survey_invitation)
    if message.kind in PLAN_KINDS:
        return has_something_to_say(message)
    if message.kind in ROUND_KINDS:
        return round_is_due(message)
    person, assessment = message.respondent, message.assessment
    if not person or not assessment or person.erased_at or not _address(person):
        return False
    if person.user_id and not (message.kind in BY_ACCOUNT and may_go_on(person, assessment)):
        return False
    if assessment.company.deleted_at or not assessment.is_open:
        return False
    return message.kind != "reminder" or person.finished_at is None


def _survey_runs(invitation: SurveyInvitation | None) -> bool:
    """Whether the customer is still to be asked: the wave runs, nothing was answered, and nobody has said no."""
    if invitation is None or not invitation.email or invitation.answered_at or invitation.erased_at:
        return False
    survey = invitation.survey
    if survey.company.deleted_at or survey.state != "open" or invitation.wave.closed_on:
        return False
    refused = SurveyRefusal.objects.filter(workspace=invitation.workspace_id, company=survey.company_id)
    return not refused.filter(customer=invitation.customer).exists()


def rendered(message: Message) -> EmailMultiAlternatives:
    """The e-mail itself; it always has the same Message-ID, so that a server may know it again."""
    with translation.override(message.language):
        content = _letter(message)
        colon = "：" if message.language.startswith("zh") else ":"
        context = {"letter": content, "link": _link(message), "language": message.language, "colon": colon}
        context["stop"] = stop = _stop_link(message)
        mail = EmailMultiAlternatives(
            content.subject,
            render_to_string("mail/letter.txt", context),
            to=[_receiver(message)],
            reply_to=_reply_to(message),
            headers={
                "Message-ID": f"<{message.code}@{_host()}>",
                "Auto-Submitted": "auto-generated",
                "Content-Language": message.language,
                **({"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": ONE_CLICK} if stop else {}),
            },
        )
        mail.attach_alternative(render_to_string("mail/letter.html", context), "text/html")
    return mail


def _letter(message: Message) -> Letter:
    if message.kind in PLAN_KINDS:
        return plan_letter(message)
    return round_letter(message) if message.kind in ROUND_KINDS else letter(message)


def _link(message: Message) -> str:
    if message.kind in PLAN_KINDS:
        return plan_link(message)
    if message.kind in ROUND_KINDS:
        return round_link(message)
    if message.invitation:
        return f"{settings.BASE_URL}{path_to('invitation', message.invitation)}"
    if message.survey_invitation:
        return f"{settings.BASE_URL}{path_to('survey', message.survey_invitation)}"
    assert message.respondent is not None  # noqa: S101 - is_wanted has seen to it
    if message.respondent.user_id and message.assessment:
        return f"{settings.BASE_URL}{reverse('answer_next', args=[message.assessment.code])}"
    return f"{settings.BASE_URL}{path_to('respondent', message.respondent)}"


def _stop_link(message: Message) -> str:
    """Where customers say that they want no more surveys, by hand or by a button of their mail program (RFC 8058).

    Its key stands in the path, because such a program sends nothing after `#`; it is good for this one thing only.
    """
    if not message.survey_invitation:
        return ""
    key = key_of("stop", Coded(message.survey_invitation.code))
    return f"{settings.BASE_URL}{reverse('survey_stop', args=[key])}"


def _receiver(message: Message) -> str:
    if message.member:
        return message.member.user.email
    row = message.invitation or message.survey_invitation
    if row:
        return row.email
    return _address(message.respondent) if message.respondent else ""


def _address(person: Respondent) -> str:
    return person.user.email if person.user else person.email


def _reply_to(message: Message) -> list[str]:
    """Whoever asks answers questions about it."""
    by = message.invitation.invited_by if message.invitation else None
    by = by or (message.assessment.created_by if message.assessment else None)
    by = by or (message.survey_invitation.survey.created_by if message.survey_invitation else None)
    return [by.email] if by else []


def _host() -> str:
    """The right half of a Message-ID: that of our own address, where it has a real one."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return domain or urlsplit(settings.BASE_URL).hostname or "localhost"
