"""The sample report: an invented company's, for everybody to read, without an account and without the database."""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ... import demo
from ...content.loader import framework
from ...reports.build import build
from ...reports.source import Source
from ...results.kept import kept_under
from ...results.sources import assess
from ...words.reader import reader_language
from .report_kinds import EVERY_LANGUAGE
from .report_page import downloads, render_body, report_page
from .reports import file_response, number_page

LONGEST_KEY = 100  # what is longer asks for something that does not exist


@login_not_required
@require_safe
def sample_report(request: HttpRequest) -> HttpResponse:
    """The report of the company whose people write in the reader's language."""
    language = reader_language()
    context = {
        "company": demo.client_for(language).name,
        "downloads": downloads(language, "report.", quiet=True),
    }
    return report_page(request, "report/sample.html", _body(language), context)


@login_not_required
@require_safe
def sample_number(request: HttpRequest, key: str) -> HttpResponseBase:
    """What a number of the sample was made of."""
    return number_page(request, sample_source(reader_language()), key, reverse("sample_report"))


@login_not_required
@require_safe
def sample_file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The sample as a file: the company of the page, in the language asked for; made once a day, for all readers."""
    company = demo.client_for(reader_language()).key
    asked = (request.GET.get("language") or reader_language(), request.GET.get("languages") == EVERY_LANGUAGE)
    key = "-".join(map(str, ("sample", company, kind, *asked, timezone.localdate())))
    cache = caches["reports"]
    made = cache.get(key) if len(key) < LONGEST_KEY else None
    if made is None:
        answer = file_response(request, lambda language: sample_source(language, company), kind)
        made = (b"".join(answer), dict(answer.headers))
        cache.set(key, made)
    return HttpResponse(made[0], headers=made[1])


def _body(language: str) -> bytes:
    """The report's HTML, kept for the day: its dates are the only thing in it that changes."""
    key = f"sample-{language}-{timezone.localdate()}"
    return kept_under(key, lambda: render_body(build(sample_source(language)), reverse("sample_report")))


def sample_source(language: str, company: str = "") -> Source:
    """The sample’s facts and scores: of the company named, else of the one whose people write in `language`."""
    key = company or demo.client_for(language).key
    today = timezone.localdate()
    day = demo.held_on(key, today)
    # A file travels without the page it came from, so it says itself what it is.
    facts = replace(demo.facts(key, day), title=_("Sample of an invented company"))
    return assess(framework(), demo.sheet(key, "submitted", demo.SEED, day), facts, language, today)
