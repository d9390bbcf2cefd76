"""The report as HTML: made once for what it is made of, then kept until something of that changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..content.schema import LANGUAGES
from ..queries.sheets import AssessmentRow, stamp_of
from ..reports.build import build
from ..reports.document import ReportDocument
from ..results import assess_rows

ICONS = {"pdf": "file-text", "xlsx": "sheet", "json": "braces"}


def report_body(assessment: AssessmentRow, language: str, url: str) -> SafeString:
    """The report's HTML. The cache is keyed by everything it is computed from, so it may be dropped at any time."""
    cache = caches["reports"]
    key = f"{assessment.code}-{language}-{timezone.localdate()}-{stamp_of(assessment)}"
    body = cache.get(key)
    if body is None:
        body = render_body(build(assess_rows(assessment, language)), url)
        cache.set(key, str(body))
    return mark_safe(body)  # noqa: S308 - rendered by our own templates, which escape


def render_body(document: ReportDocument, url: str) -> SafeString:
    """The sections of a report as HTML, every number linked to its explanation below `url`."""
    return render_to_string("report/body.html", {"document": document, "number_urls": f"{url}numbers/"})


def downloads(language: str, url_of: Callable[[str], str]) -> dict[str, Any]:
    """The files to keep: every kind in the page's language, the PDF in the other two."""
    about = {
        "pdf": (_("PDF report"), _("A4, for reading and printing")),
        "xlsx": (_("Excel workbook"), _("Every score, step and answer")),
        "json": (_("JSON"), _("The same numbers for other programs")),
    }
    files = [
        {"url": f"{url_of(kind)}?language={language}", "icon": ICONS[kind], "name": name, "about": text}
        for kind, (name, text) in about.items()
    ]
    names = dict(settings.LANGUAGES)
    foreign = []
    for other in LANGUAGES:
        if other != language:
            with override(other):
                foreign.append(
                    {
                        "url": f"{url_of('pdf')}?language={other}",
                        "language": other,
                        "name": _("PDF in English") if other == "en" else f"PDF {names[other]}",
                    }
                )
    return {"files": files, "foreign_files": foreign}
