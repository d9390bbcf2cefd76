"""Pages on which a respondent with an account answers an assessment, one practice at a time."""

from __future__ import annotations

import uuid
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ...actions.answers import AnswersClosed, save_answer
from ...actions.joining import start_answering
from ...content.loader import framework
from ...content.schema import Framework
from ...forms.answers import filled_from, filled_in
from ...maturity.progress import assigned, progress
from ...places import Place, place_for
from ...queries.answers import answered_practices, answers_at
from ...queries.last_time import last_time
from ..discreet import View
from .question_last import still_true
from .question_page import QuestionPage, go_on, overtaken, refused, saved, show, wants_json


def by_account(view: View) -> View:
    """Only for those who answer with their account, while the assessment is open; others are told what to do."""

    @wraps(view)
    def wrapped(request: HttpRequest, code: uuid.UUID, **kwargs: Any) -> HttpResponse:
        place = place_for(request.user, code)
        if place.pk is None:
            return not_a_respondent(request, code)
        if not place.is_open:
            return closed(request, place)
        try:
            return view(request, place=place, **kwargs)
        except AnswersClosed:  # a moment ago
            return closed(request, place)

    return wrapped


@require_http_methods(["GET", "HEAD", "POST"])
@by_account
def question(request: HttpRequest, place: Place, practice: str) -> HttpResponse:
    """Ask one practice; keep what is answered."""
    return ask(request, place, question_page(place, practice, kind="assessment", end="../../"))


def ask(request: HttpRequest, place: Place, page: QuestionPage) -> HttpResponse:
    """The page of a practice, and what becomes of an answer to it; for accounts and personal links alike.

    Raises AnswersClosed where somebody has closed the assessment a moment ago.
    """
    if not wants_json(request):  # our script knows it from the page
        page = page._replace(last=last_time(place))
    if request.method != "POST":
        answered, kept = answers_at(place, page.practice)
        filled = filled_from(kept.answer, kept.saved_at) if kept else filled_from(None)
        return show(request, page, filled, answered)
    filled = still_true(request.POST, page) or filled_in(request.POST, page.framework)
    if filled.untouched and not wants_json(request):
        return go_on(request, page)
    if filled.errors:
        return refused(request, page, filled)
    said = {"practice": page.practice, "answer": filled.answer(), "age": filled.age, "seen": filled.seen}
    outcome = save_answer(respondent=place, states=place.open_states, **said)
    if not place.started:
        start_answering(place=place)
    if not outcome.saved:
        return overtaken(request, page, filled, outcome.kept)
    return saved(request, page, outcome.kept)


@require_safe
@by_account
def answer_next(request: HttpRequest, place: Place) -> HttpResponse:
    """On to the first practice that the person has not answered; to the overview when there is none."""
    frame, code = frame_of(place), place.assessment_code
    way = progress(frame, asked_at(place, frame), answered_practices(place))
    if way.done:
        return redirect("assessment", code=code)
    return redirect("question", code=code, practice=way.first_open)


def frame_of(place: Place) -> Framework:
    """The content that is asked at this place."""
    return framework(place.framework, place.framework_version)


def asked_at(place: Place, frame: Framework) -> frozenset[str]:
    """The practices that the person is asked at this place."""
    return assigned(frame, place.practice_set, place.own_set, place.dimensions, place.practices)


def assigned_to(respondent: Any, assessment: Any, frame: Framework) -> frozenset[str]:
    """The practices that a respondent is asked, where their whole row is known."""
    return assigned(
        frame, assessment.practice_set, respondent.practice_set, respondent.dimensions, respondent.practices
    )


def question_page(place: Place, practice: str, *, kind: str, end: str) -> QuestionPage:
    """The page of a practice at this place; 404 for one that the person is not asked."""
    frame = frame_of(place)
    asked = asked_at(place, frame)
    if practice not in asked:
        raise Http404
    keep = own_keeping if kind == "link" else keeping
    return QuestionPage(
        framework=frame,
        asked=asked,
        practice=practice,
        answered=lambda: answered_practices(place),
        end=end,
        keep=lambda: keep(place.assessment_code, place.code),
        kind=kind,
        company=place.company.name,
        round=place.title,
        group=place.group,
    )


def not_a_respondent(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """A colleague who does not answer themselves goes to the overview, which says how to."""
    if request.method == "POST":
        raise PermissionDenied(_("You do not answer in this assessment. Its overview says how you can."))
    return redirect("assessment", code=code)


def closed(request: HttpRequest, place: Place) -> HttpResponse:
    """Nothing is taken any more: our script keeps what it could not send and says so; a person goes to the overview."""
    if wants_json(request):
        return JsonResponse({"error": closed_words()}, status=403)
    if request.method == "POST":
        raise PermissionDenied(closed_words())
    messages.warning(request, closed_words())
    return redirect("assessment", code=place.assessment_code)


def closed_words() -> str:
    """What we say where an answer comes too late."""
    return _("Not saved: the assessment is closed, and answers can no longer be changed.")


def kept_for(user: Any, assessment: uuid.UUID) -> dict[str, str] | None:
    """As `keeping`, for a page beside the questions; None for those who do not answer in this assessment."""
    return kept_at(place_for(user, assessment, write=False))


def kept_at(place: Place) -> dict[str, str] | None:
    """As `kept_for`, where the place is known."""
    return keeping(place.assessment_code, place.code) if place.may_answer else None


def keeping(assessment: uuid.UUID, respondent: str) -> dict[str, str]:
    """Where the browser keeps what this respondent could not send yet, and where it is sent to."""
    return _keeping(assessment, respondent, reverse("answer_next", args=[assessment]))


def own_keeping(assessment: uuid.UUID, respondent: str) -> dict[str, str]:
    """As `keeping`, for one who answers by a personal link."""
    return _keeping(assessment, respondent, f"{reverse('own_start', args=[uuid.UUID(respondent)])}answer/")


def _keeping(assessment: uuid.UUID, respondent: str, base: str) -> dict[str, str]:
    own = respondent.replace("-", "")
    return {"store": "local", "key": f"cx:{assessment}:{own}", "base": base}
