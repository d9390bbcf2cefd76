"""The progress board of an assessment: who has answered, and one click to invite or remind the others."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ...access import assessment_for
from ...actions.life import CannotMove
from ...actions.messages import send_again
from ...actions.reminders import invite_respondents, remind
from ...queries.board import board_of
from ...queries.messages import message_of
from ...words.labels import MAIL_KINDS, MAIL_PROBLEMS
from ..crumbs import of_assessment

PAGE = 50
LOG_ONLY = "django.core.mail.backends.console.EmailBackend"


@never_cache
@require_safe
def progress_board(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """How far the people are who were asked."""
    assessment, _role = granted = assessment_for(request.user, code)
    board = board_of(assessment)
    days = (assessment.closes_on - timezone.localdate()).days if assessment.closes_on else None
    context: dict[str, Any] = {
        **of_assessment(assessment),
        "may_write": granted.may_write,
        "board": board,
        "is_open": assessment.is_open,
        "days": days,
        "page": None if assessment.anonymous else _page_of_people(board.people, request.GET.get("page", "1")),
        "trouble": [_said(message, each) for each, message in board.trouble],
        "log_only": settings.EMAIL_BACKEND == LOG_ONLY,
        "next_try": min((each.due_at for each in board.waiting if each.problem), default=None),
    }
    return render(request, "progress/board.html", context)


@require_POST
def progress_invite(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Invite everybody who has an address and was not invited yet."""
    assessment, _role = assessment_for(request.user, code, write=True)
    try:
        count = invite_respondents(user=request.user, assessment=assessment)
    except CannotMove:
        return _closed(request, code)
    said = ngettext("%(count)s invitation is on its way.", "%(count)s invitations are on their way.", count)
    messages.success(request, said % {"count": count} if count else _("Everybody has been invited already."))
    return redirect("progress", code=code)


@require_POST
def progress_remind(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Remind those who have not finished."""
    assessment, _role = assessment_for(request.user, code, write=True)
    try:
        count = remind(user=request.user, assessment=assessment)
    except CannotMove:
        return _closed(request, code)
    said = ngettext("%(count)s reminder is on its way.", "%(count)s reminders are on their way.", count)
    nobody = _("Nobody was left to remind: whoever has not finished was written to today.")
    messages.success(request, said % {"count": count} if count else nobody)
    return redirect("progress", code=code)


@require_POST
def progress_again(request: HttpRequest, code: uuid.UUID, message: uuid.UUID) -> HttpResponse:
    """Send a message again whose sending failed or is in doubt."""
    assessment, _role = assessment_for(request.user, code, write=True)
    if send_again(user=request.user, assessment=assessment, message=message_of(assessment, message)):
        messages.success(request, _("The message is on its way again."))
    else:
        messages.success(request, _("Somebody else has sent this message again already."))
    return redirect("progress", code=code)


def _closed(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    messages.error(request, _("Nothing was sent: answers to this assessment are not taken any more."))
    return redirect("progress", code=code)


def _page_of_people(people: Any, number: str) -> Any:
    page = Paginator(people, PAGE).get_page(number)
    page.object_list = [{"who": each, "mail": each.latest and _said(each.latest, each)} for each in page.object_list]
    return page


def _said(message: Any, who: Any) -> dict[str, Any]:
    """A message in words; of what a mail server said, its own."""
    return {
        "message": message,
        "who": who,
        "kind": MAIL_KINDS[message.kind],
        "problem": MAIL_PROBLEMS.get(message.problem, message.problem),
    }
