"""The voice page of a company: what its customers said, in numbers and in their own words."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ...access import company_for
from ...actions.touchpoints import weigh_touchpoints
from ...files.text import clean
from ...files.voice_series import CONTENT_TYPES, write_series
from ...queries.figures import latest_figures
from ...queries.voice import has_responses, latest_comments, series_of, voice_in
from ...voice.compare import comparisons
from ...voice.tally import ALL, SEGMENT, TOUCHPOINT
from ...voice.windows import USUAL, window_of
from ...words.reader import reader_language
from ..crumbs import of_company
from ..downloads import as_file
from ..report.many_files import too_many_for
from . import voice_page as page
from .figure_words import figure_rows
from .voice_finding import finding
from .voice_index import index_note, index_rows
from .voice_trust import trust_finding, trust_rows

TRUST_SCALE = (0, 10)


@require_safe
def voice(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """What customers said in the chosen window and place."""
    company, _role = granted = company_for(request.user, code)
    window = window_of(request.GET.get("window", USUAL), timezone.localdate())
    cut, about = _place(request.GET.get("of", ""))
    found = voice_in(company, window, cut=cut, about=about)
    figures = latest_figures(company, timezone.localdate())
    comments = latest_comments(company, window, cut=cut, about=about)
    context: dict[str, Any] = {
        **of_company(company),
        "may_write": granted.may_write,
        "found": found,
        "empty": not found.readings and not found.trust_items and not has_responses(company),
        "finding": finding(found),
        "period": page.period_text(found),
        "columns": page.columns(found),
        "windows": page.window_choices(found.window.key),
        "places": page.place_choices(found),
        "asked_note": page.asked_note(found),
        "trust": trust_rows(found),
        "trust_finding": trust_finding(found),
        "index": index_rows(found),
        "index_note": index_note(found),
        "tables": page.tables(found),
        "figures": figure_rows(figures),
        "comments": comments,
        "scale": TRUST_SCALE,
    }
    return render(request, "voice/page.html", context)


def _place(chosen: str) -> tuple[str, str]:
    """The cut and the name that an address asks for; all where it asks for none there is."""
    cut, colon, about = clean(chosen).partition(":")
    return (cut, about[:120]) if colon and about and cut in (TOUCHPOINT, SEGMENT) else (ALL, "")


@require_POST
def voice_importance(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Say how much each touchpoint counts: fields `name` and `importance`, as many of one as of the other."""
    company, _role = company_for(request.user, code, write=True)
    names, weights = request.POST.getlist("name"), request.POST.getlist("importance")
    chosen = {
        name: int(weight) for name, weight in zip(map(clean, names), weights, strict=False) if weight in ("1", "2", "3")
    }
    weigh_touchpoints(user=request.user, company=company, importances=chosen)
    return redirect("voice", code=company.code)


@require_safe
def voice_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """Every series there is as a file: CSV, XLSX, or JSON in the format of `manage.py voice`."""
    company, _role = company_for(request.user, code)
    if kind not in CONTENT_TYPES:
        raise Http404
    if refused := too_many_for(request, 1, reverse("voice", args=[code])):
        return refused
    found = series_of(company)
    compared = [each for each in comparisons(found) if each.segment is None]
    content = write_series(kind, found, compared, reader_language())
    return as_file(content, CONTENT_TYPES[kind], f"{company.name} {timezone.localdate():%Y-%m-%d}.{kind}")
