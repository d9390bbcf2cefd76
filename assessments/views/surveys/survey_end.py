"""The pages that end a survey: thanks with what was given, erased, closed, no more surveys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from .survey_page import given_said, page_context


def show_thanks(
    request: HttpRequest, survey: Any, language: str, scores: Mapping[str, int], texts: Mapping[str, str], **more: Any
) -> HttpResponse:
    """Thank you, and what was given; `more` is `again` for who opens it later, and `receipt` or `own`."""
    given = given_said(survey, scores, texts, language)
    return _page(request, survey, language, "thanks", given=given, **more)


def show_erased(request: HttpRequest, survey: Any, language: str, **more: Any) -> HttpResponse:
    """Nothing is kept any more."""
    return _page(request, survey, language, "erased", **more)


def show_closed(request: HttpRequest, survey: Any, language: str) -> HttpResponse:
    """No answers are taken now."""
    return _page(request, survey, language, "closed", status=403)


def show_stopped(request: HttpRequest, survey: Any, language: str, **more: Any) -> HttpResponse:
    """To be asked no more: the question, or that it is so."""
    return _page(request, survey, language, "stopped", **more)


def _page(
    request: HttpRequest, survey: Any, language: str, name: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    with translation.override(language):
        context = {**page_context(survey, language), **more}
        return render(request, f"survey_public/{name}.html", context, status=status)
