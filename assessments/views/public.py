"""Pages that need no account: what a reader wants to know of the model, the method, and us."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..content.loader import framework


@login_not_required
@require_safe
def model(request: HttpRequest) -> HttpResponse:
    """The whole framework: levels, trust factors, practices with their stages."""
    return render(request, "public/model.html", {"framework": framework()})


@login_not_required
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How scores are made."""
    frame = framework()
    context: dict[str, Any] = {"framework": frame, "thresholds": frame.thresholds, "quick": len(frame.asked("quick"))}
    return render(request, "public/method.html", context)


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored, who sees it, and how to be rid of it."""
    return render(request, "public/privacy.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, and what does not yet."""
    return render(request, "public/accessibility.html")


@login_not_required
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """First steps, and answers to what people ask first."""
    frame = framework()
    return render(request, "public/help.html", {"full": len(frame.practices), "quick": len(frame.asked("quick"))})


@login_not_required
@require_safe
def too_large(request: HttpRequest) -> HttpResponse:
    """What a proxy in front says instead of what it does not let through (deploy/nginx.conf); its status stays 413."""
    return render(request, "413.html")
