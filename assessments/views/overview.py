"""The page of one assessment: where it stands, and what can be done with it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..access import assessment_for
from ..actions.assessments import grow_to_full
from ..actions.life import NoLonger, close_due_assessments
from ..content.loader import framework
from ..maturity.progress import progress
from ..queries.answers import turnout
from ..queries.goals import open_goal
from ..queries.sheets import is_sealed
from ..reports.charts.shapes import css_class
from ..words.reader import reader_language
from .answering.answering import assigned_to, keeping
from .assessments import no_longer
from .crumbs import of_assessment
from .life import NEVER_AGAIN, offered
from .overview_last import again
from .rounds.framework_upgrade import is_behind
from .rounds.next_round import offered_after
from .targets.goal_history import goal_text


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
    asked = bool(own and granted.may_write and assessment.is_open)
    keep = keeping(assessment.code, str(own.code)) if own and asked else None
    goal = open_goal(assessment.company)
    context = {
        **of_assessment(assessment),
        "may_write": granted.may_write,
        "way": way,
        "doors": [(each, css_class(each.dimension.id)) for each in way.parts],
        "people": people,
        "together": together,
        "keep": keep,
        "again": again(assessment, own, people.mine, way) if asked else None,
        "flags": len(assessment.red_flags),
        "targets": len(assessment.targets),
        "goal": goal_text(goal, reader_language()) if goal else "",
        "goal_by": goal.by if goal else None,
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
