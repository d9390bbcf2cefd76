"""What a company aims at: how far it is, the cheapest way there, and what the result would be with any steps."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ...access import company_for
from ...actions.goals import close_goal
from ...actions.plan_adopt import adopt_further
from ...planning.chosen import chosen
from ...queries.goals import closed_goals, goal_of
from ...queries.plan_reach import planned_in
from ...results.goals import goal_standing_of
from ..crumbs import of_company
from .goal_adopting import adopted
from .goal_finding import finding, way_note, way_rows
from .goal_history import past
from .goal_steps import cheapest_rows, other_rows
from .goal_trial import ticked, trial
from .goal_verdict import verdicts


@never_cache
@require_safe
def goal(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The page of targets; with the header X-Part only what the ticked steps would lead to."""
    company, _role = granted = company_for(request.user, code)
    standing = goal_standing_of(company)
    context: dict[str, Any] = {**of_company(company), "may_write": granted.may_write}
    if standing is None:
        return render(request, "goals/page.html", {**context, "finding": finding(None), "past": []})
    stages = ticked(standing, request.GET)
    planned = planned_in(company, standing.assessment.pk)
    context |= {"standing": standing, **trial(standing, stages, planned)}
    if request.headers.get("X-Part"):
        return render(request, "goals/trial.html", context)
    closed = closed_goals(company)
    ended = [standing.goal] if standing.is_over else []
    said = verdicts(company, [*ended, *closed])
    context |= {
        "finding": finding(standing, said[0] if ended else None),
        "cheapest": cheapest_rows(standing, stages, planned),
        "others": other_rows(standing, stages, planned),
        "unreachable": [
            (standing.words.target(each.target), standing.words.why_not(each)) for each in standing.plan.unreachable
        ],
        "past": past(closed, said[len(ended) :], standing.language),
    }
    if standing.goal:
        context |= {"ways": way_rows(standing), "way_note": way_note(standing)}
    return render(request, "goals/page.html", context)


@require_POST
def goal_adopt(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Take the ticked steps into the plan, each into its lane; what is there already stays as it is."""
    company, _role = company_for(request.user, code, write=True)
    standing = goal_standing_of(company)
    if standing is None:
        raise Http404
    steps = chosen(standing.frame, standing.card, ticked(standing, request.POST))
    proposals = adopted(standing, steps, planned_in(company, standing.assessment.pk))
    new = adopt_further(user=request.user, assessment=standing.assessment, steps=proposals)
    if new:
        said = ngettext("%(count)s step is now in the plan.", "%(count)s steps are now in the plan.", len(new))
        messages.success(request, said % {"count": len(new)})
    else:
        messages.info(request, _("Nothing is new: every ticked step is in the plan already."))
    return redirect("plan", code=code) if new else redirect("goal", code=code)


@require_POST
def goal_close(request: HttpRequest, code: uuid.UUID, goal: uuid.UUID) -> HttpResponse:
    """Aim at it no longer."""
    company, _role = company_for(request.user, code, write=True)
    close_goal(user=request.user, goal=goal_of(company, goal))
    messages.success(request, _("The target is closed. It stays below, to be read."))
    return redirect("goal", code=code)
