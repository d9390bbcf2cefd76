"""Who would know? The page on which somebody who does not know passes a question on to a colleague."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...actions.answers import AnswersClosed
from ...actions.referrals import PassedOnEnough, Yourself, pass_on
from ...actions.respondents import TooMany
from ...forms.respondents import PassOnForm
from ...places import Place
from ...queries.respondents import colleagues_of
from ...words.reader import reader_language
from .answering import asked_at, by_account, frame_of, own_keeping
from .answering_by_link import by_own_link, to


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@by_account
def question_pass_on(request: HttpRequest, place: Place, practice: str) -> HttpResponse:
    """The page for those with an account."""
    return _page(request, place, practice, reverse("question", args=[place.assessment_code, practice]))


@by_own_link
@require_http_methods(["GET", "HEAD", "POST"])
def own_pass_on(request: HttpRequest, place: Place, practice: str) -> HttpResponse:
    """The page for those with a personal link."""
    if not place.is_open:
        return to(place, "own_start")
    back = reverse("own_question", args=[uuid.UUID(place.code), practice])
    try:
        return _page(request, place, practice, back)
    except AnswersClosed:
        return to(place, "own_start")


def _page(request: HttpRequest, place: Place, practice: str, back: str) -> HttpResponse:
    frame = frame_of(place)
    if practice not in asked_at(place, frame) or place.pk is None:
        raise Http404
    # Who else answers is nobody's business where answers are anonymous.
    colleagues = [] if place.anonymous else colleagues_of(place.assessment_id, place.workspace_id, place.pk)
    form = PassOnForm(request.POST or None, colleagues=colleagues)
    if form.is_valid() and _passed(request, place, practice, form):
        return redirect(back)
    by_link = place.role == "respondent"
    context: dict[str, Any] = {
        "form": form,
        "place": place,
        "practice": frame.practices[practice],
        "by_link": by_link,
        "back": back,
        "keep": own_keeping(place.assessment_code, place.code) if by_link else None,
    }
    return render(request, "answering_by_link/pass_on.html", context, status=400 if form.is_bound else 200)


def _passed(request: HttpRequest, place: Place, practice: str, form: PassOnForm) -> bool:
    said = {name: form.cleaned_data.get(name, "") for name in ("colleague", "name", "email", "group")}
    try:
        row = pass_on(place=place, practice=practice, language=reader_language(), **said)
    except Yourself:
        form.add_error("email", _("This is your own address. Name somebody else."))
    except PassedOnEnough:
        form.add_error(None, _("You have passed on as many questions as one person may. Please ask your colleague."))
    except TooMany:
        form.add_error(None, _("This assessment takes no more people. Please ask your colleague yourself."))
    else:
        name = row.name if said["colleague"] else said["name"]
        if row.email or row.user_id:
            messages.success(request, _("Passed on to %(name)s, who gets a mail.") % {"name": name})
        else:
            messages.success(request, _("Passed on to %(name)s.") % {"name": name})
        return True
    return False
