"""The door of the product."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from ..content.loader import framework
from ..reports.build import build
from ..results.kept import kept_under
from ..words.reader import reader_language
from .report.sample import sample_source

LADDER_PRACTICE = "l3-need-behind-request"
SAMPLE_PARTS = ("pyramid", "report")


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What it is, what comes out, and the way in. The pictures are those of the sample report."""
    frame = framework()
    context = {
        "framework": frame,
        "quick": len(frame.asked("quick")),
        "ladder": list(zip(frame.stages, frame.practices[LADDER_PRACTICE].stages, strict=True)),
        "sample": _sample(reader_language()),
    }
    return render(request, "public/home.html", context)


def _sample(language: str) -> dict[str, str]:
    """The parts of the page that show the sample report, kept for the day as the report itself is."""

    def made() -> dict[str, str]:
        context = {"document": build(sample_source(language))}
        return {each: str(render_to_string(f"public/home_{each}.html", context)) for each in SAMPLE_PARTS}

    parts = kept_under(f"home-{language}-{timezone.localdate()}", made)
    return {name: mark_safe(part) for name, part in parts.items()}  # noqa: S308 - our own templates, which escape
