"""Setting what a company aims at."""

from __future__ import annotations

import uuid
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import company_for
from ...actions.goals import set_goal
from ...forms.goals import GoalForm
from ...planning.stored import stored
from ...planning.targets import Targets
from ...results.goals import GoalStanding, goal_standing_of
from ..crumbs import of_company


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def goal_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Choose the targets; they take the place of those there are."""
    company, _role = company_for(request.user, code, write=True)
    standing = goal_standing_of(company)
    if standing is None:
        return redirect("goal", code=code)
    form = GoalForm(standing.frame, standing.language, _proposed(standing), request.POST or None)
    if form.is_valid() and form.targets:
        rows = stored(standing.frame, form.targets)
        set_goal(user=request.user, company=company, assessment=standing.assessment, targets=rows, by=form.targets.by)
        messages.success(request, _("The target is set."))
        return redirect("goal", code=code)
    context = {**of_company(company), "form": form, "standing": standing}
    return render(request, "goals/form.html", context, status=400 if form.is_bound else 200)


def _proposed(standing: GoalStanding) -> Targets:
    """What the form begins with: what is aimed at now; else the next level, and the stages set in the assessment."""
    if standing.goal:
        return standing.targets
    following = min(standing.now.achieved + 1, len(standing.frame.levels))
    known = standing.frame.practices
    aimed = {key: stage for key, stage in standing.assessment.targets.items() if stage and key in known}
    return replace(Targets(), level=following, practices=aimed)
