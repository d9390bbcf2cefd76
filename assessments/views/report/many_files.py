"""Files that take time to make: who asks for very many reads when there will be more, and others get theirs."""

from __future__ import annotations

from math import ceil

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...content.schema import LANGUAGES
from ...limits.files import seconds_to_wait_for
from ...reports.renderers import RENDERERS
from .report_kinds import ARCHIVE, EVERY_LANGUAGE


def documents_asked(request: HttpRequest, kind: str) -> int:
    """How many documents a report as a file, or as all of them in one, would make."""
    if kind != ARCHIVE:
        return 1
    return len(RENDERERS) * (len(LANGUAGES) if request.GET.get("languages") == EVERY_LANGUAGE else 1)


def too_many_for(request: HttpRequest, documents: int, back: str) -> HttpResponse | None:
    """Count so many more documents for whoever is signed in; where they are too many, the page that says so."""
    wait = seconds_to_wait_for(request.user.pk, documents)
    return not_yet(request, "report/too_many.html", wait, back) if wait else None


def not_yet(request: HttpRequest, template: str, wait: int, back: str) -> HttpResponse:
    """The page that says after how many minutes to ask again."""
    response = render(request, template, {"minutes": ceil(wait / 60), "back": back}, status=429)
    response.headers["Retry-After"] = str(wait)
    return response
