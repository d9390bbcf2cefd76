"""The report on screen and as files, and what each of its numbers was made of."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ...access import assessment_for
from ...content.schema import LANGUAGES
from ...places import Place, place_for
from ...queries.sheets import AssessmentRow, is_sealed, stamp_of
from ...reports.build import build
from ...reports.explain import explain
from ...reports.renderers import RENDERERS
from ...reports.renderers.archive import file_name
from ...reports.source import Source
from ...results.kept import kept_under
from ...results.sources import assess_rows
from ...words.reader import reader_language
from ..answering.answering import kept_at
from ..crumbs import of_assessment
from ..downloads import as_file
from .many_files import documents_asked, too_many_for
from .report_adopt import taken_at, with_adopting
from .report_archive import archive_response
from .report_kinds import ARCHIVE, EVERY_LANGUAGE
from .report_page import downloads, render_body, report_page


@require_safe
def report(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The report of an assessment: read and made anew where anything of it has changed."""
    place = place_for(request.user, code, write=False)
    context: dict[str, Any] = {
        "assessment": {"code": code, "title": place.title},
        "company": place.company,
        "workspace": place.workspace,
    }
    if is_sealed(place):
        return render(request, "report/sealed.html", context)
    context |= {
        "keep": kept_at(place),
        "downloads": downloads(reader_language(), "../report."),
    }
    body = _body(request, place)
    return report_page(request, "report/assessment.html", body, {**context, "may_adopt": place.may_write})


def _body(request: HttpRequest, place: Place) -> bytes:
    language, code, writes = reader_language(), place.assessment_code, place.may_write

    def made() -> bytes:
        assessment, _role = assessment_for(request.user, code)
        source = assess_rows(assessment, language, files=False)
        url = reverse("report", args=[code])
        return render_body(build(source), url, source.look, f"{url}notes/" if writes else "")

    stamp, taken = stamp_of(place.workspace_id, place.assessment_id), taken_at(place)
    key = f"{code}-{language}-{timezone.localdate()}-{stamp}-{'w' if writes else 'r'}"
    # What the plan takes on changes by the hour; the report itself need not be made anew for it.
    plan = sha256(repr(sorted(taken.items())).encode()).hexdigest()[:16]
    return kept_under(f"{key}-{plan}", lambda: with_adopting(kept_under(key, made), place, taken))


@require_safe
def report_number(request: HttpRequest, code: uuid.UUID, key: str) -> HttpResponse:
    """What one number was made of."""
    assessment, _role = assessment_for(request.user, code)
    if is_sealed(assessment):
        return sealed(request, assessment)
    source = assess_rows(assessment, reader_language(), files=False)
    return number_page(request, source, key, reverse("report", args=[code]), of_assessment(assessment))


@require_safe
def report_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponseBase:
    """The report as a file, in the language asked for."""
    assessment, _role = assessment_for(request.user, code)
    if is_sealed(assessment):
        return sealed(request, assessment)
    if refused := too_many_for(request, documents_asked(request, kind), reverse("report", args=[code])):
        return refused
    return file_response(request, lambda language: assess_rows(assessment, language), kind)


def sealed(request: HttpRequest, assessment: AssessmentRow) -> HttpResponse:
    """Why nothing of this assessment is shown yet, to those who ask for a part of its results."""
    return render(request, "report/sealed.html", of_assessment(assessment), status=409)


def number_page(
    request: HttpRequest, source: Source, key: str, back: str, around: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The explanation under `key` as a page, or as its inner part when script asks for it."""
    explanation = explain(source, key)
    if explanation is None:
        raise Http404
    template = "report/number_fragment.html" if request.headers.get("X-Part") else "report/number.html"
    context = {"explanation": explanation, "back": back, "number_urls": f"{back}numbers/"}
    return render(request, template, {**(around or {}), **context})


def file_response(request: HttpRequest, source_in: Callable[[str], Source], kind: str) -> HttpResponseBase:
    """A report, made from its source in a language, as a file to keep, or all its files in one.

    404 for a kind or a language that does not exist.
    """
    language = request.GET.get("language") or reader_language()
    renderer = RENDERERS.get(kind)
    if language not in LANGUAGES or (renderer is None and kind != ARCHIVE):
        raise Http404
    if renderer is None:
        return archive_response(source_in, LANGUAGES if request.GET.get("languages") == EVERY_LANGUAGE else (language,))
    with override(language):
        source = source_in(language)
        document = build(source)
        content = renderer.render(document, source.look)
    name = file_name(document, document.words.get(renderer.part, ""), renderer.extension)
    return as_file(content, renderer.content_type, name)
