"""What our e-mail says when the next round of a company is due."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..models import WRITING_ROLES, Message
from ..queries.rounds_due import due_round
from ..reports.wording import quoted
from .letters import Letter, greeting, plain

ROUND_KINDS = ("round",)


def round_is_due(message: Message) -> bool:
    """Whether nobody has started the round meanwhile, and the person may still start it."""
    member, last = message.member, message.assessment
    if member is None or last is None or not member.user.is_active or member.role not in WRITING_ROLES:
        return False
    if last.company.deleted_at or member.company_id not in (None, last.company_id):
        return False
    return due_round(last.company, timezone.localdate()) is not None


def round_letter(message: Message) -> Letter:
    """The letter for a message to somebody who may start the round."""
    member, last = message.member, message.assessment
    assert member is not None and last is not None  # noqa: S101 - round_is_due has seen to it
    words = {
        "company": plain(last.company.name),
        "title": quoted(plain(last.title)),
        "day": date_format(last.held_on, "DATE_FORMAT"),
    }
    return Letter(
        _("The next round of %(company)s is due") % words,
        greeting(member.user.name),
        [
            _("The last round of %(company)s, %(title)s, was held on %(day)s.") % words,
            _("The next one starts from it in one click: the same questions and people, none of the answers."),
        ],
        _("Start the next round"),
        [_("How often a round is due is set with the company; there it can be switched off.")],
        _("You get this message because you may start assessments of %(company)s.") % words,
    )


def round_link(message: Message) -> str:
    """The page of the company, where the next round starts."""
    assert message.assessment is not None  # noqa: S101 - round_is_due has seen to it
    return f"{settings.BASE_URL}{reverse('company', args=[message.assessment.company.code])}"
