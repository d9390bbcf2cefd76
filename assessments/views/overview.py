"""Pages of one assessment: where it stands, its red flags, its targets."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..access import assessment_for
from ..actions import NoLonger, close_due_assessments, grow_to_full, set_red_flags, set_targets
from ..content.loader import framework
from ..content.schema import Framework
from ..forms.assessments import marked_flags, marked_targets
from ..progress import progress
from ..queries.answers import turnout
from ..queries.sheets import is_sealed
from ..reports.charts import css_class
from .answering import assigned_to, keeping, kept_for
from .assessments import no_longer
from .framework_upgrade import is_behind
from .life import NEVER_AGAIN, offered
from .next_round import offered_after


@never_cache
@require_safe
def assessment(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Where an assessment stands, and what can be done with it."""
    assessment, _role = granted = assessment_for(request.user, code)
    if assessment.state == "review" and assessment.closes_on and assessment.closes_on < timezone.localdate():
        close_due_assessments(assessment)
    frame = framework(assessment.framework, assessment.framework_version)
    people = turnout(assessment, request.user.pk)
    own = people.own
    part = assigned_to(own, assessment, frame) if own else assessment.practice_set
    way = progress(frame, part, people.mine if own else people.together)
    together = progress(frame, assessment.practice_set, people.together)
    asked = bool(people.own and granted.may_write and assessment.is_open)
    keep = keeping(assessment.code, str(people.own.code)) if people.own and asked else None
    context = {
        **_of(assessment),
        "may_write": granted.may_write,
        "way": way,
        "doors": [(each, css_class(each.dimension.id)) for each in way.parts],
        "people": people,
        "together": together,
        "keep": keep,
        "flags": len(assessment.red_flags),
        "targets": len(assessment.targets),
        "full": len(frame.practices),
        "asked": asked,
        "may_change": granted.may_write and assessment.state != "final",
        "moves": offered(assessment),
        "never_again": NEVER_AGAIN if assessment.anonymous and assessment.state == "review" else "",
        "sealed": is_sealed(assessment),
        "behind": granted.may_write and is_behind(assessment),
        "offer": offered_after(assessment, granted.may_write),
    }
    return render(request, "assessments/overview.html", context)


@require_POST
def assessment_grow(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Ask the full set."""
    assessment, _role = assessment_for(request.user, code, write=True)
    try:
        grow_to_full(user=request.user, assessment=assessment)
    except NoLonger:
        messages.error(request, no_longer())
    return redirect("assessment", code=code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def red_flags(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Mistakes that customers meet now: which are open?"""
    assessment, _role = granted = assessment_for(request.user, code, write=request.method == "POST")
    frame = framework(assessment.framework, assessment.framework_version)
    if request.method == "POST":
        opened, closed = marked_flags(request.POST, frame)
        try:
            set_red_flags(user=request.user, assessment=assessment, opened=opened, closed=closed)
            messages.success(request, _("The red flags are saved."))
        except NoLonger:
            messages.error(request, no_longer())
        return redirect("assessment", code=code)
    context = {
        **_of(assessment),
        "may_write": granted.may_write and assessment.state != "final",
        "groups": _flag_groups(frame),
        "keep": kept_for(request.user, code),
    }
    return render(request, "assessments/red_flags.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def targets(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The stages the company aims at."""
    assessment, _role = granted = assessment_for(request.user, code, write=request.method == "POST")
    frame = framework(assessment.framework, assessment.framework_version)
    if request.method == "POST":
        try:
            set_targets(user=request.user, assessment=assessment, targets=marked_targets(request.POST, frame))
            messages.success(request, _("The targets are saved."))
        except NoLonger:
            messages.error(request, no_longer())
        return redirect("assessment", code=code)
    parts = [
        (part.dimension, [(each, assessment.targets.get(each.id)) for each in part.practices])
        for part in progress(frame, assessment.practice_set, ()).parts
    ]
    context = {
        **_of(assessment),
        "may_write": granted.may_write and assessment.state != "final",
        "parts": parts,
        "stages": list(enumerate(frame.stages))[1:],
        "keep": kept_for(request.user, code),
    }
    return render(request, "assessments/targets.html", context)


def _of(assessment: Any) -> dict[str, Any]:
    """What the crumb of every page of an assessment says."""
    return {"assessment": assessment, "company": assessment.company, "workspace": assessment.workspace}


def _flag_groups(frame: Framework) -> list[tuple[list[Any], list[Any]]]:
    """The flags by where customers meet them: two levels each, and trust; a flag belongs to its first practice."""
    rows = [*(frame.levels[at : at + 2] for at in range(0, len(frame.levels), 2)), frame.factors]
    groups = []
    for dimensions in rows:
        flags = [each for each in frame.red_flags if frame.dimension_of[each.practices[0]] in dimensions]
        groups.append((list(dimensions), flags))
    return [group for group in groups if group[1]]
