"""One journey: the page that is read, and its files."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...access import journey_for
from ...content.loader import framework
from ...journey.findings import JourneyFindings, findings
from ...journey.tables import write_table
from ...journey.writing import write
from ...queries.journeys import map_of
from ...queries.plan import planned_from
from ...reports.journey_figures import map_figure, map_svg
from ...reports.renderers.journey_png import to_png
from ...words.reader import reader_language
from ..crumbs import of_journey
from ..downloads import CSV, JSON, SVG, as_file
from .journey_page import page_of
from .journey_words import map_finding


@never_cache
@require_safe
def journey(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The map as it is read: the finding, stages as columns, the feeling across, pains and what would lift it."""
    journey, _role = granted = journey_for(request.user, code)
    found = findings(map_of(journey))
    context = {
        **of_journey(journey),
        "may_write": granted.may_write,
        "finding": map_finding(found),
        "planned": len(planned_from(journey)),
        **page_of(found),
    }
    return render(request, "journeys/journey.html", context)


@never_cache
@require_safe
def journey_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """The map as a file to keep; a drawing only where there are stages to draw."""
    journey, _role = journey_for(request.user, code)
    if kind not in KINDS:
        raise Http404
    content_type, made = KINDS[kind]
    content = made(findings(map_of(journey)))
    if content is None:
        raise Http404
    return as_file(content, content_type, f"{journey.title}.{kind}")


def _json(found: JourneyFindings) -> bytes:
    return f"{json.dumps(write(found.map), ensure_ascii=False, indent=1)}\n".encode()


def _csv(found: JourneyFindings) -> bytes:
    return write_table(found.map)


def _svg(found: JourneyFindings) -> bytes | None:
    return map_svg(found, framework(), reader_language())


def _png(found: JourneyFindings) -> bytes | None:
    figure = map_figure("journey", found, framework(), reader_language())
    return to_png(figure, reader_language()) if figure else None


KINDS: dict[str, tuple[str, Callable[[JourneyFindings], bytes | None]]] = {
    "json": (JSON, _json),
    "csv": (CSV, _csv),
    "svg": (SVG, _svg),
    "png": ("image/png", _png),
}
