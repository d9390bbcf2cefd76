"""Satisfaction against loyalty: who is content and would not come again, and what to do for whom."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...access import company_for
from ...queries.figures import figures_of
from ...queries.voice import has_responses, voice_in
from ...voice.loyalty_points import loyalty_points
from ...voice.series import NPS
from ...voice.windows import USUAL, window_of
from ..crumbs import of_company
from . import loyalty_words as words
from .voice_page import period_text, window_choices


@require_safe
def loyalty(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The quadrant of touchpoints or of segments, what it leaves out, and the three cards."""
    company, _role = granted = company_for(request.user, code)
    window = window_of(request.GET.get("window", USUAL), timezone.localdate())
    by = "segment" if request.GET.get("by") == "segment" else "touchpoint"
    found = voice_in(company, window)
    points, left_out = loyalty_points(found.places[by])
    whole, _rest = loyalty_points(found.places["all"])
    net = found.main(NPS)
    context: dict[str, Any] = {
        **of_company(company),
        "may_write": granted.may_write,
        "by": by,
        "finding": words.finding(points, whole),
        "period": period_text(found),
        "windows": window_choices(window.key),
        "rows": words.point_rows(points, whole),
        "figure": words.quadrant_of(points, whole),
        "left_out": words.left_out_text(left_out),
        "trap": any(each.is_trap for each in (*points, *whole)),
        "repeat": words.repeat_text(figures_of(company, window.last, kind="repeat")),
        "cards": words.card_rows(net.nps if net else None),
        "empty": not found.answers and not has_responses(company),
    }
    return render(request, "voice/loyalty.html", context)
