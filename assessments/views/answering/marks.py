"""The red flags and the target stages of an assessment: each choice saved by itself, or all at once without script."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import assessment_for
from ...actions.assessments import set_red_flags, set_targets
from ...actions.life import NoLonger
from ...content.loader import framework
from ...content.schema import Framework
from ...forms.assessments import marked_flags, marked_targets
from ...maturity.progress import progress
from ..assessments import no_longer
from ..crumbs import of_assessment
from .answering import kept_for
from .marks_one import one_flag, one_target
from .question_page import wants_json


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def red_flags(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Mistakes that customers meet now: which are open?"""
    assessment, _role = granted = assessment_for(request.user, code, write=request.method == "POST")
    frame = framework(assessment.framework, assessment.framework_version)
    if request.method == "POST" and wants_json(request):
        return one_flag(request, assessment, frame)
    if request.method == "POST":
        opened, closed = marked_flags(request.POST, frame)
        try:
            set_red_flags(user=request.user, assessment=assessment, opened=opened, closed=closed)
            messages.success(request, _("The red flags are saved."))
        except NoLonger:
            messages.error(request, no_longer())
        return redirect("assessment", code=code)
    context = {**_context(request, granted), "groups": _flag_groups(frame)}
    return render(request, "assessments/red_flags.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The target stages of the practices."""
    assessment, _role = granted = assessment_for(request.user, code, write=request.method == "POST")
    frame = framework(assessment.framework, assessment.framework_version)
    if request.method == "POST" and wants_json(request):
        return one_target(request, assessment, frame)
    if request.method == "POST":
        try:
            set_targets(user=request.user, assessment=assessment, targets=marked_targets(request.POST, frame))
            messages.success(request, _("The target stages are saved."))
        except NoLonger:
            messages.error(request, no_longer())
        return redirect("assessment", code=code)
    parts = [
        (part.dimension, [(each, assessment.targets.get(each.id)) for each in part.practices])
        for part in progress(frame, assessment.practice_set, ()).parts
    ]
    context = {**_context(request, granted), "parts": parts, "stages": list(enumerate(frame.stages))[1:]}
    return render(request, "assessments/targets.html", context)


def _context(request: HttpRequest, granted: Any) -> dict[str, Any]:
    assessment = granted[0]
    return {
        **of_assessment(assessment),
        "may_write": granted.may_write and assessment.state != "final",
        "keep": kept_for(request.user, assessment.code),
    }


def _flag_groups(frame: Framework) -> list[tuple[list[Any], list[Any]]]:
    """The flags by where customers meet them: two levels each, and trust; a flag belongs to its first practice."""
    rows = [*(frame.levels[at : at + 2] for at in range(0, len(frame.levels), 2)), frame.factors]
    groups = []
    for dimensions in rows:
        flags = [each for each in frame.red_flags if frame.dimension_of[each.practices[0]] in dimensions]
        groups.append((list(dimensions), flags))
    return [group for group in groups if group[1]]
