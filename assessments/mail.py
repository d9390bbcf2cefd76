"""Makes an e-mail of a message that we owe: text and HTML, in the language of whoever gets it."""

from __future__ import annotations

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from .letters import letter
from .links import key_of
from .models import Message


def is_wanted(message: Message) -> bool:
    """Whether there still is a reason to send it: what has closed, gone or been answered meanwhile needs no mail."""
    if message.workspace.deleted_at:
        return False
    if message.kind == "membership":
        row = message.invitation
        gone = row is None or row.revoked_at or row.accepted_at or row.expires_at <= timezone.now()
        return bool(row and not gone and row.email and not (row.company and row.company.deleted_at))
    person, assessment = message.respondent, message.assessment
    if not person or not assessment or person.erased_at or not person.email or person.user_id:
        return False
    if assessment.company.deleted_at or not assessment.is_open:
        return False
    return message.kind != "reminder" or person.finished_at is None


def rendered(message: Message) -> EmailMultiAlternatives:
    """The e-mail itself; it always has the same Message-ID, so that a server may know it again."""
    with translation.override(message.language):
        content = letter(message)
        colon = "：" if message.language.startswith("zh") else ":"
        context = {"letter": content, "link": _link(message), "language": message.language, "colon": colon}
        mail = EmailMultiAlternatives(
            content.subject,
            render_to_string("mail/letter.txt", context),
            to=[_receiver(message)],
            reply_to=_reply_to(message),
            headers={
                "Message-ID": f"<{message.code}@{_host()}>",
                "Auto-Submitted": "auto-generated",
                "Content-Language": message.language,
            },
        )
        mail.attach_alternative(render_to_string("mail/letter.html", context), "text/html")
    return mail


def _link(message: Message) -> str:
    if message.invitation:
        return f"{settings.BASE_URL}{reverse('invitation')}#{key_of('invitation', message.invitation)}"
    assert message.respondent is not None  # noqa: S101 - is_wanted has seen to it
    return f"{settings.BASE_URL}{reverse('own_link')}#{key_of('respondent', message.respondent)}"


def _receiver(message: Message) -> str:
    row = message.invitation or message.respondent
    return row.email if row else ""


def _reply_to(message: Message) -> list[str]:
    """Whoever asks answers questions about it."""
    by = message.invitation.invited_by if message.invitation else None
    by = by or (message.assessment.created_by if message.assessment else None)
    return [by.email] if by else []


def _host() -> str:
    """The right half of a Message-ID: that of our own address, where it has a real one."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return domain or urlsplit(settings.BASE_URL).hostname or "localhost"
