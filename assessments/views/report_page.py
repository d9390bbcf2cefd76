"""The report as HTML: made once for what it is made of, then kept until something of that changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..content.schema import LANGUAGES
from ..pieces import kept
from ..reports.document import ReportDocument

PLACE = mark_safe("<!--report-->")
ICONS = {"pdf": "file-text", "xlsx": "sheet", "json": "braces"}


def kept_body(key: str, render: Callable[[], bytes]) -> bytes:
    """What is kept under `key`, which names all that it was made of; else what is rendered now, to be kept."""
    cache = caches["reports"]
    body = cache.get(key)
    if body is None:
        body = render()
        cache.set(key, body)
    return bytes(body)


def render_body(document: ReportDocument, url: str) -> bytes:
    """The sections of a report as HTML, every number linked to its explanation below `url`."""
    return render_to_string("report/body.html", {"document": document, "number_urls": f"{url}numbers/"}).encode()


def report_page(request: HttpRequest, template: str, body: bytes, context: dict[str, Any]) -> HttpResponse:
    """The page around a report. `body` goes past the template, which would copy it many times, into its place."""
    before, _place, after = render_to_string(template, {**context, "body": PLACE}, request).partition(PLACE)
    return HttpResponse((before, body, after))


@kept
def downloads(language: str, files: str, quiet: bool = False) -> SafeString:
    """The menu of files to keep: every kind in the page's language, the PDF in the other two.

    `files` leads from the page to them, up to their kind: relative, so that it is the same for every report.
    """
    about = {
        "pdf": (_("PDF report"), _("A4, for reading and printing")),
        "xlsx": (_("Excel workbook"), _("Every score, step and answer")),
        "json": (_("JSON"), _("The same numbers for other programs")),
    }
    own = [
        {"url": f"{files}{kind}?language={language}", "icon": ICONS[kind], "name": name, "about": text}
        for kind, (name, text) in about.items()
    ]
    foreign = [
        {"url": f"{files}pdf?language={other}", "language": other, "name": _pdf_in(other)}
        for other in LANGUAGES
        if other != language
    ]
    return render_to_string("report/downloads.html", {"files": own, "foreign_files": foreign, "quiet": quiet})


def _pdf_in(language: str) -> str:
    """What the PDF is called by those who read it."""
    with override(language):
        return _("PDF in English") if language == "en" else f"PDF {dict(settings.LANGUAGES)[language]}"
