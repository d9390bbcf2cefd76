"""The open link of a survey: for QR codes, posters and other people’s websites, with no account and no script.

The address is all it takes, as a poster is all one sees. No session and no right hangs on this page, so it asks for no
CSRF token: a page of another site inside which it is shown could not send one.
"""

from __future__ import annotations

import uuid
from functools import wraps
from typing import Any

from csp.constants import HEADER, SELF
from csp.utils import build_policy
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ...actions.survey_answers import answer_openly, erase_answer
from ...actions.survey_invitations import SurveyClosed
from ...cookies.surveys import answered_with, forget_answer, remember_answer
from ...forms.survey_answers import AnswerForm
from ...forms.survey_tickets import TOO_QUICK, Ticket, issue, receipt, submission_in, ticket_in
from ...limits.counts import MINUTES
from ...limits.surveys import too_many_from
from ...queries.survey_public import given_in, open_survey_by_code, running_wave
from ..discreet import View, discreet
from .survey_end import show_closed, show_erased, show_thanks
from .survey_page import TRAP, answer_form, language_of, show_form


def embeddable(view: View) -> View:
    """Lets the sites that the survey names show this page inside theirs, and nobody else."""

    @wraps(view)
    def wrapped(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
        survey = open_survey_by_code(code, withdrawn="erase" in request.POST)
        response = view(request, survey)
        if survey.origins:
            response.headers[HEADER] = build_policy(replace={"frame-ancestors": [SELF, *survey.origins]})
            response.xframe_options_exempt = True  # the older header knows no list of sites
        return response

    return wrapped


@csrf_exempt
@discreet
@require_http_methods(["GET", "HEAD", "POST"])
@embeddable
def survey_open(request: HttpRequest, survey: Any) -> HttpResponse:
    """Ask, keep the answer, thank; show it again on the same device, and erase it."""
    language = language_of(request)
    if "erase" in request.POST:
        return _erased(request, survey, language)
    wave = running_wave(survey)
    if wave is None:
        return show_closed(request, survey, language)
    held = answered_with(request, survey.code, wave.number)
    given = submission_in(held, survey.code)
    if given and given_in(survey, given)[0]:
        return _thanks(request, survey, language, given, again=True)
    if request.method != "POST":
        return show_form(request, survey, language, ticket=issue(survey.code))
    form = answer_form(survey, request.POST)
    if "language" in request.POST:
        return show_form(request, survey, language, form=form.untouched(), ticket=request.POST.get("ticket", ""))
    return _taken(request, survey, wave, language, form)


def _taken(request: HttpRequest, survey: Any, wave: Any, language: str, form: AnswerForm) -> HttpResponse:
    ticket = ticket_in(request.POST.get("ticket", ""), survey.code)
    refused, status = _refusal(request, survey, ticket, language)
    if refused or not form.is_valid() or ticket is None:
        kept = request.POST.get("ticket", "") if ticket else issue(survey.code)
        again = show_form(request, survey, language, form=form, status=status, ticket=kept, refused=refused)
        if status == 429:
            again.headers["Retry-After"] = str(MINUTES * 60)
        return again
    try:
        answer_openly(survey=survey, submission=ticket.submission, answer=form.answer())
    except SurveyClosed:
        return show_closed(request, survey, language)
    response = _thanks(request, survey, language, ticket.submission)
    remember_answer(response, survey.code, wave.number, receipt(survey.code, ticket.submission))
    return response


def _refusal(request: HttpRequest, survey: Any, ticket: Ticket | None, language: str) -> tuple[str, int]:
    """Why an answer is not taken yet, and what to do; every time the same button works in the end."""
    with translation.override(language):
        if too_many_from(request, survey.code):
            return _(
                "Very many answers have come from your network within a few minutes. Yours is still here: please wait "
                "ten minutes, then send it again."
            ), 429
        if ticket is None:
            words = _("This page was open for too long, or was changed. Please look at your answer and send it again.")
        elif ticket.age < TOO_QUICK:
            words = _("That was very quick. Please look at your answer once more, then send it again.")
        elif request.POST.get(TRAP):
            words = _("Something no person sees was filled in. It is empty again: please send your answer once more.")
        else:
            words = ""
        return words, 400


def _thanks(
    request: HttpRequest, survey: Any, language: str, submission: uuid.UUID, *, again: bool = False
) -> HttpResponse:
    scores, texts = given_in(survey, submission)
    proof = receipt(survey.code, submission)
    return show_thanks(request, survey, language, scores, texts, again=again, receipt=proof)


def _erased(request: HttpRequest, survey: Any, language: str) -> HttpResponse:
    submission = submission_in(request.POST["erase"], survey.code)
    if submission is None:
        raise Http404
    erase_answer(survey=survey, submission=submission)
    response = show_erased(request, survey, language)
    forget_answer(response, survey.code)
    return response
