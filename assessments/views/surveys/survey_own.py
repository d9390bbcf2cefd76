"""The personal link of a survey: one answer, seen again and erased by the same link; and the wish to be left alone."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ...actions.survey_answers import answer_invited, erase_invitation
from ...actions.survey_invitations import SurveyClosed, stop_asking
from ...cookies.surveys import let_in, version_let_in
from ...links import Coded, code_in, fits, key_in
from ...queries.survey_public import given_in, invitation_by_code, running_wave, wants_none
from ..discreet import discreet
from .survey_end import show_closed, show_erased, show_stopped, show_thanks
from .survey_page import answer_form, language_of, show_form


@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def survey_link(request: HttpRequest) -> HttpResponse:
    """Where personal links lead: hands the key over, and goes on to the question."""
    if request.method != "POST":
        return _enter(request)
    key = key_in(request.POST.get("key", ""))
    code = code_in(key)
    invitation = invitation_by_code(code) if code else None
    if invitation is None or not fits("survey", invitation, key):
        return _unknown(request)
    response = redirect("survey_own", code=invitation.code)
    let_in(response, invitation.code, invitation.link_version)
    return response


@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def survey_own(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Answer once; afterwards see what was said, erase it, or ask to be left alone."""
    invitation = invitation_by_code(code)
    if invitation is None or version_let_in(request, code) != invitation.link_version:
        return _unknown(request)
    language = language_of(request, invitation.language)
    if "erase" in request.POST:
        erase_invitation(invitation=invitation)
        return show_erased(request, invitation.survey, language, own=True)
    if "stop" in request.POST:
        stop_asking(invitation=invitation)
        return show_stopped(request, invitation.survey, language, done=True)
    if invitation.answered_at:
        return _thanks(request, invitation, language, again=True)
    return _asked(request, invitation, language)


def _asked(request: HttpRequest, invitation: Any, language: str) -> HttpResponse:
    survey = invitation.survey
    wave = running_wave(survey)
    if wave is None or wave.pk != invitation.wave_id:
        return show_closed(request, survey, language)
    form = answer_form(survey, request.POST) if request.method == "POST" else None
    if form and "language" in request.POST:
        return show_form(request, survey, language, form=form.untouched(), own=True)
    if form is None or not form.is_valid():
        return show_form(request, survey, language, form=form, own=True, status=400 if form else 200)
    try:
        kept = answer_invited(invitation=invitation, answer=form.answer())
    except SurveyClosed:
        return show_closed(request, survey, language)
    return _thanks(request, invitation, language, again=not kept)


def _thanks(request: HttpRequest, invitation: Any, language: str, *, again: bool) -> HttpResponse:
    scores, texts = given_in(invitation.survey, invitation.code)
    more = {"own": True, "again": again, "left_alone": wants_none(invitation)}
    return show_thanks(request, invitation.survey, language, scores, texts, **more)


@csrf_exempt  # mail programs send this form for their user, with no page of ours before it (RFC 8058)
@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def survey_stop(request: HttpRequest, key: str) -> HttpResponse:
    """No more surveys of this company: asked by a page, done by its button or by the one of a mail program."""
    code = code_in(key)
    invitation = invitation_by_code(code) if code else None
    if invitation is None or not fits("stop", Coded(invitation.code), key):
        raise Http404
    if request.method == "POST" and "language" not in request.POST:
        stop_asking(invitation=invitation)
    done = wants_none(invitation)
    return show_stopped(request, invitation.survey, language_of(request, invitation.language), done=done)


def _unknown(request: HttpRequest) -> HttpResponse:
    return _enter(request, status=404, unknown=True)


def _enter(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    language = language_of(request)
    with translation.override(language):
        return render(request, "survey_public/enter.html", {"language": language, **more}, status=status)
