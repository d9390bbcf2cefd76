"""The report as HTML: made once for what it is made of, then kept until something of that changes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from ...content.schema import LANGUAGES
from ...pieces import kept
from ...reports.document import ReportDocument
from ...reports.look import OURS, Look
from .report_kinds import archives, kinds

PLACE = mark_safe("<!--report-->")


def render_body(document: ReportDocument, url: str, look: Look = OURS, notes_url: str = "") -> bytes:
    """The sections of a report as HTML, every number linked to its explanation below `url`, where its logo lies too.

    `notes_url` leads those who may write to the notes on sections; "" for everybody else.
    """
    context = {"document": document, "number_urls": f"{url}numbers/", "notes_url": notes_url}
    context["logo"] = f"{url}logo.png?{look.logo[:12]}" if look.logo else ""
    context["author"] = look.name or document.facts.prepared_by
    return render_to_string("report/body.html", context).encode()


def report_page(request: HttpRequest, template: str, body: bytes, context: dict[str, Any]) -> HttpResponse:
    """The page around a report. `body` goes past the template, which would copy it many times, into its place."""
    before, _place, after = render_to_string(template, {**context, "body": PLACE}, request).partition(PLACE)
    return HttpResponse((before, body, after))


@kept
def downloads(language: str, files: str, quiet: bool = False, groups: bool = True) -> SafeString:
    """The menu of files to keep: every kind in the page’s language, all of them at once, the PDF in the other two.

    `files` leads from the page to them, up to their kind: relative, so that it is the same for every report. `groups`:
    whether there can be pages for groups.
    """
    foreign = [
        {"url": f"{files}pdf?language={other}", "language": other, "name": _pdf_in(other)}
        for other in LANGUAGES
        if other != language
    ]
    context = {"files": kinds(language, files, groups), "archives": archives(language, files), "foreign_files": foreign}
    return render_to_string("report/downloads.html", {**context, "quiet": quiet})


def _pdf_in(language: str) -> str:
    """What the PDF is called by those who read it."""
    with override(language):
        return _("PDF in English") if language == "en" else f"PDF {dict(settings.LANGUAGES)[language]}"
