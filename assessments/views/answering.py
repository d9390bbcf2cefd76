"""Pages on which a respondent answers an assessment, one practice at a time."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..actions import save_answer
from ..content.loader import framework
from ..forms.answers import filled_from, filled_in
from ..places import Place, place_for
from ..progress import progress
from ..queries.answers import answered_practices, answers_at
from .question_page import QuestionPage, go_on, overtaken, refused, saved, show, wants_json


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: uuid.UUID, practice: str) -> HttpResponse:
    """Ask one practice; keep what is answered."""
    place = place_for(request.user, code)
    if place.pk is None:
        return _not_a_respondent(request, code)
    page = _page(place, practice)
    if request.method != "POST":
        answered, kept = answers_at(place, practice)
        filled = filled_from(kept.answer, kept.saved_at) if kept else filled_from(None)
        return show(request, page, filled, answered)
    filled = filled_in(request.POST, page.framework)
    if filled.untouched and not wants_json(request):
        return go_on(request, page)
    if filled.errors:
        return refused(request, page, filled)
    outcome = save_answer(respondent=place, practice=practice, answer=filled.answer(), age=filled.age, seen=filled.seen)
    if not outcome.saved:
        return overtaken(request, page, filled, outcome.kept)
    return saved(request, page, outcome.kept)


@require_safe
def answer_next(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """On to the first practice that the person has not answered; to the overview when there is none."""
    place = place_for(request.user, code)
    if place.pk is None:
        return _not_a_respondent(request, code)
    frame = framework(place.framework, place.framework_version)
    way = progress(frame, place.practice_set, answered_practices(place))
    if way.done:
        return redirect("assessment", code=code)
    return redirect("question", code=code, practice=way.first_open)


def _not_a_respondent(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """A colleague who does not answer themselves goes to the overview, which says how to."""
    if request.method == "POST":
        raise PermissionDenied(_("You do not answer in this assessment. Its overview says how you can."))
    return redirect("assessment", code=code)


def _page(place: Place, practice: str) -> QuestionPage:
    frame = framework(place.framework, place.framework_version)
    if practice not in frame.practices or not (place.practice_set == "full" or frame.practices[practice].quick):
        raise Http404
    return QuestionPage(
        framework=frame,
        practice_set=place.practice_set,
        practice=practice,
        answered=lambda: answered_practices(place),
        end="../../",
        keep=lambda: keeping(place.assessment_code, place.code),
        kind="assessment",
        company=place.company.name,
        round=place.title,
        group=place.group,
    )


def kept_for(user: Any, assessment: uuid.UUID) -> dict[str, str] | None:
    """The same for a page beside the questions; None for those who do not answer in this assessment."""
    return kept_at(place_for(user, assessment, write=False))


def kept_at(place: Place) -> dict[str, str] | None:
    """The same where the place is known."""
    return keeping(place.assessment_code, place.code) if place.may_answer else None


def keeping(assessment: uuid.UUID, respondent: str) -> dict[str, str]:
    """Where the browser keeps what this respondent could not send yet, and where it is sent to."""
    own = respondent.replace("-", "")
    return {"store": "local", "key": f"cx:{assessment}:{own}", "base": reverse("answer_next", args=[assessment])}
