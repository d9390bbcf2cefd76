"""Milestones of an assessment: the list, keeping one, and what was kept: its report, its files, its content."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...access import assessment_for
from ...actions.milestones import StillSealed, keep_milestone
from ...content.schema import LANGUAGES
from ...forms.milestones import MilestoneForm
from ...queries.milestones import milestone_of, milestones_of
from ...queries.sheets import is_sealed
from ...queries.style import look_of
from ...reports.document import ReportDocument
from ...reports.frozen import document_in, result_in
from ...reports.look import Look
from ...reports.renderers import RENDERERS
from ...reports.renderers.archive import file_name
from ...results.kept import kept_under
from ...words.reader import reader_language
from ..crumbs import of_assessment
from ..downloads import JSON, as_file
from ..report.many_files import documents_asked, too_many_for
from ..report.report_archive import archive_of
from ..report.report_kinds import ARCHIVE, EVERY_LANGUAGE
from ..report.report_page import downloads, report_page
from ..report.still import still_body


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def milestones(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """What was kept of this assessment, and the form that keeps it as it is now."""
    granted = assessment_for(request.user, code, write=request.method == "POST")
    assessment, sealed = granted.thing, is_sealed(granted.thing)
    form = MilestoneForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            kept = keep_milestone(user=request.user, assessment=assessment, name=form.cleaned_data["name"])
        except StillSealed:
            sealed = True
        else:
            messages.success(request, _("Kept as milestone %(number)s.") % {"number": kept.number})
            return redirect("milestones", code=code)
    rows = milestones_of(assessment)
    context = {
        **of_assessment(assessment),
        "rows": rows,
        "last": rows[0] if rows else None,
        "form": form if granted.may_write and not sealed else None,
        "sealed": sealed,
    }
    return render(request, "milestones/list.html", context, status=409 if sealed and form.is_bound else 200)


@never_cache
@require_safe
def milestone(request: HttpRequest, code: uuid.UUID, milestone: uuid.UUID) -> HttpResponse:
    """The report as it was kept, in the reader’s language, and the digest by which anybody can check it."""
    granted = assessment_for(request.user, code)
    assessment, language = granted.thing, reader_language()
    kept = milestone_of(assessment, milestone)
    context: dict[str, Any] = {
        **of_assessment(assessment),
        "milestone": kept,
        "may_write": granted.may_write,
        "downloads": downloads(language, "report.", quiet=True),
    }
    body = kept_under(f"milestone-{kept.digest}-{language}", lambda: still_body(document_in(kept.content, language)))
    return report_page(request, "milestones/milestone.html", body, context)


@require_safe
def milestone_file(request: HttpRequest, code: uuid.UUID, milestone: uuid.UUID, kind: str) -> HttpResponseBase:
    """The report as it was kept, as a file. Its JSON is what was written then, to the byte."""
    assessment = assessment_for(request.user, code).thing
    kept = milestone_of(assessment, milestone)
    language = request.GET.get("language") or reader_language()
    renderer = RENDERERS.get(kind)
    if language not in LANGUAGES or (renderer is None and kind != ARCHIVE):
        raise Http404
    back = reverse("milestone", args=[code, milestone])
    if refused := too_many_for(request, documents_asked(request, kind), back):
        return refused
    if renderer is None:
        return _archive(kept, LANGUAGES if request.GET.get("languages") == EVERY_LANGUAGE else (language,))
    document = document_in(kept.content, language)
    name = file_name(document, f"{kept.number} {kept.name}", renderer.extension)
    if kind == "json":
        return as_file(result_in(kept.content, language), JSON, name)
    with override(language):
        content = renderer.render(document, look_of(kept.workspace_id, None, language))
    return as_file(content, renderer.content_type, name)


def _archive(kept: Any, languages: Sequence[str]) -> HttpResponseBase:
    """All documents of a milestone in one file."""

    def made() -> Iterable[tuple[ReportDocument, Look]]:
        for language in languages:
            with override(language):
                yield document_in(kept.content, language), look_of(kept.workspace_id, None, language)

    results = {language: result_in(kept.content, language) for language in languages}
    return archive_of(made(), folders=len(languages) > 1, results=results)


@require_safe
def milestone_content(request: HttpRequest, code: uuid.UUID, milestone: uuid.UUID) -> HttpResponse:
    """Everything that was kept, as the text whose digest the page shows."""
    assessment = assessment_for(request.user, code).thing
    kept = milestone_of(assessment, milestone)
    return as_file(kept.content.encode(), JSON, f"{assessment.company.name} {kept.number} {kept.digest[:12]}.json")
