"""The letters of django-allauth: with links to our own address, and no fault of ours where no mail can be sent."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as at_work
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

if TYPE_CHECKING:
    from django.core.mail import EmailMessage
    from django.http import HttpRequest

logger = logging.getLogger(__name__)
# Without these there is nothing to wait for.
ASKED_FOR = ("account/email/password_reset_key", "account/email/unknown_account")
SENT = "account/messages/email_confirmation_sent.txt"


class LettersMixin(DefaultAccountAdapter):
    """How letters about an account are written and sent."""

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """Links begin with BASE_URL, as in all our mail: the Host header of a request is anybody’s to make up."""
        ours = {name: _ours(value) for name, value in context.items() if name.endswith("_url")}
        site = SimpleNamespace(domain=urlsplit(settings.BASE_URL).netloc)
        return super().render_mail(template_prefix, email, {**context, **ours, "current_site": site}, headers)

    def format_email_subject(self, subject: str) -> str:
        """Our name before it, with the colon of the language."""
        return f"CX Maturity{pgettext('after a label', ': ')}{subject}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """What a person waits for is said to be missing; what they asked for besides is done all the same."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:  # SMTPException is one too
            logger.exception("the letter %s cannot be sent", template_prefix)
            request = at_work.request
            if request is None or not any(name.endswith("_url") for name in context):
                return  # nobody waits for it: a note that something was done
            request.letter_lost = True
            messages.error(
                request, _("The e-mail could not be sent. Try again later, or ask whoever runs this server.")
            )
            if template_prefix in ASKED_FOR:
                raise ImmediateHttpResponse(redirect("account_reset_password")) from None

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *rest: Any, **more: Any
    ) -> None:
        """Nothing is said to be sent that was not."""
        if message_template != SENT or not getattr(request, "letter_lost", False):
            super().add_message(request, level, message_template, *rest, **more)


def _ours(url: str) -> str:
    parts = urlsplit(url)
    return f"{settings.BASE_URL}{parts.path}{f'?{parts.query}' if parts.query else ''}"
