"""Pages for those who answer without an account, by a personal link.

The link's key stands after `#`, where no log and no referrer sees it; the first page takes it in the body of a form and
gives the device a cookie for the pages of this one respondent (assessments/cookies/links.py).
"""

from __future__ import annotations

import uuid
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ...accounts.adapters import remember_language
from ...actions.answers import AnswersClosed
from ...actions.joining import finish_answering, go_on_answering, start_answering
from ...cookies.links import let_in, version_let_in
from ...links import Coded, code_in, fits, key_in, path_to
from ...maturity.progress import Progress, progress
from ...places import Place, place_by_code
from ...queries.answers import answered_practices
from ...queries.respondents import closed_on, opening_of
from ..discreet import View, discreet
from .answering import ask, asked_at, closed_words, frame_of, own_keeping, question_page
from .question_page import wants_json

OLD_VERSIONS = 50


def by_own_link(view: View) -> View:
    """Only for a device that has opened the personal link as it is now; others are told what to do."""

    @wraps(view)
    def wrapped(request: HttpRequest, code: uuid.UUID, **kwargs: Any) -> HttpResponse:
        version = version_let_in(request, code)
        if version is None:
            return unknown_link(request)
        try:
            place = place_by_code(code)
        except Http404:
            return unknown_link(request, gone=True)
        if version != place.link_version:
            return unknown_link(request, gone=True)
        return view(request, place=place, **kwargs)

    return discreet(wrapped)


def unknown_link(request: HttpRequest, *, gone: bool = False) -> HttpResponse:
    """The page for a link that does not hold (any more); `gone` for one that once did."""
    if wants_json(request):
        return JsonResponse(
            {"error": _("Not saved: your personal link no longer holds. Open your latest one.")}, status=403
        )
    return render(
        request, "answering_by_link/enter.html", {"gone": gone, "unknown": not gone}, status=410 if gone else 404
    )


@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def own_link(request: HttpRequest) -> HttpResponse:
    """Where personal links lead: hands the key over, and goes on to the pages of this respondent."""
    if request.method != "POST":
        return render(request, "answering_by_link/enter.html")
    key = key_in(request.POST.get("key", ""))
    code = code_in(key)
    try:
        place = place_by_code(code) if code else None
    except Http404:
        place = None
    if code is None or place is None:
        return unknown_link(request)
    if not fits("respondent", Coded(code, place.link_version), key):
        return unknown_link(request, gone=_held_before(code, place.link_version, key))
    return enter(request, code, place.link_version, opening_of(place.pk).language)


def enter(request: HttpRequest, code: uuid.UUID, link_version: int, language: str = "") -> HttpResponse:
    """Let the device in, in the language of the invitation where none was chosen on it."""
    response = redirect("own_start", code=code)
    let_in(response, code, link_version)
    if language and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        remember_language(response, language)
    return response


def _held_before(code: uuid.UUID, version: int, key: str) -> bool:
    earlier = range(max(1, version - OLD_VERSIONS), version)
    return any(fits("respondent", Coded(code, each), key) for each in earlier)


@by_own_link
@require_http_methods(["GET", "HEAD", "POST"])
def own_start(request: HttpRequest, place: Place) -> HttpResponse:
    """Who asks, who sees what, how long it takes; then the first open practice."""
    way = way_at(place)
    if request.method == "POST" and place.is_open:
        start_answering(place=place, language=get_language() or "")
        target = way.first_open or next(iter(way.order), "")
        return to(place, "own_question", practice=target) if target else to(place, "own_start")
    return render(request, "answering_by_link/start.html", {**_context(place, way), **_told(request, place)})


@by_own_link
@require_http_methods(["GET", "HEAD", "POST"])
def own_question(request: HttpRequest, place: Place, practice: str) -> HttpResponse:
    """Ask one practice; keep what is answered."""
    if not place.is_open:
        return _closed(request, place)
    try:
        return ask(request, place, question_page(place, practice, kind="link", end="../../done/"))
    except AnswersClosed:
        return _closed(request, place)


@by_own_link
@require_http_methods(["GET", "HEAD", "POST"])
def own_done(request: HttpRequest, place: Place) -> HttpResponse:
    """The end of the way: "I am done", or on with what is open."""
    if not place.is_open:
        return _closed(request, place)
    if request.method == "POST":
        act = go_on_answering if "again" in request.POST else finish_answering
        act(place=place)
        return to(place, "own_start" if "again" in request.POST else "own_done")
    return render(request, "answering_by_link/done.html", _context(place, way_at(place)))


def _closed(request: HttpRequest, place: Place) -> HttpResponse:
    """Nothing is taken now. Our script keeps what it could not send, and says so on every page."""
    if wants_json(request):
        return JsonResponse({"error": closed_words()}, status=403)
    if request.method == "POST":
        context = {**_context(place, way_at(place)), **_told(request, place), "refused": closed_words()}
        return render(request, "answering_by_link/start.html", context, status=403)
    return to(place, "own_start")


def to(place: Place, name: str, **where: Any) -> HttpResponse:
    """On to another page of this respondent."""
    return redirect(name, code=uuid.UUID(place.code), **where)


def way_at(place: Place) -> Progress:
    """How far the person has come; one query."""
    frame = frame_of(place)
    return progress(frame, asked_at(place, frame), answered_practices(place))


def _context(place: Place, way: Progress) -> dict[str, Any]:
    keep = own_keeping(place.assessment_code, place.code)
    return {"place": place, "way": way, "code": uuid.UUID(place.code), "keep": keep}


def _told(request: HttpRequest, place: Place) -> dict[str, Any]:
    """What stands before the first question."""
    link = Coded(uuid.UUID(place.code), place.link_version)
    closed = place.state in ("review", "final")
    return {
        "opening": opening_of(place.pk),
        "link": personal_link(request, link),
        "closed": closed,
        "closed_at": closed_on(place.assessment_id, place.workspace_id) if closed else None,
    }


def personal_link(request: HttpRequest, row: Any) -> str:
    """The personal link of a respondent, to be copied or mailed."""
    return request.build_absolute_uri(path_to("respondent", row))
