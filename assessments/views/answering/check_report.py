"""The result of the 10-minute check: the same report, from the answers in the cookie."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...content.loader import framework
from ...cookies.check import Check, read_check
from ...limits.files import seconds_to_wait
from ...maturity.answers import QUICK, AnswerSheet, Respondent
from ...reports.build import build
from ...reports.document import Facts
from ...reports.source import Source
from ...results.sources import assess
from ...words.reader import reader_language
from ..report.many_files import documents_asked, not_yet
from ..report.report_page import downloads, render_body, report_page
from ..report.reports import file_response, number_page

SourceIn = Callable[[str], Source]


@never_cache
@login_not_required
@require_safe
def check_report(request: HttpRequest) -> HttpResponse:
    """The result so far; back to the start while there is none."""
    state = read_check(request)
    if not state.given:
        return redirect("check")
    language = reader_language()
    body = render_body(build(_source(state)(language)), reverse("check_report"))
    context = {
        "answered": len(state.given),
        "asked": len(framework().asked(QUICK)),
        "all": len(framework().practices),
        "downloads": downloads(language, "../report.", quiet=True, groups=False),
    }
    return report_page(request, "report/check.html", body, context)


@never_cache
@login_not_required
@require_safe
def check_number(request: HttpRequest, key: str) -> HttpResponseBase:
    """What a number of the result was made of."""
    return number_page(request, _source(read_check(request))(reader_language()), key, reverse("check_report"))


@never_cache
@login_not_required
@require_safe
def check_file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The result as a file; the more documents that means, the sooner it is too many for one network."""
    if wait := seconds_to_wait(request, documents_asked(request, kind)):
        return not_yet(request, "check/too_many.html", wait, reverse("check_report"))
    return file_response(request, _source(read_check(request)), kind)


def _source(state: Check) -> SourceIn:
    """The check as the report wants it, in a language given later."""
    today = timezone.localdate()
    person = Respondent("", "", {practice: each.answer for practice, each in state.given.items()})
    sheet = AnswerSheet((person,), today, QUICK)

    def source(language: str) -> Source:
        facts = Facts(state.company, "", "", _("10-minute check"), today)
        return assess(framework(), sheet, facts, language, today)

    return source
