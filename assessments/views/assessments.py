"""Pages that start and change an assessment."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..access import assessment_for, company_for
from ..actions.assessments import start_assessment, update_assessment
from ..actions.life import NoLonger
from ..actions.meanwhile import MeanwhileChanged
from ..actions.respondents import HasAnswered
from ..forms.assessments import NOBODY, AssessmentEditForm, AssessmentForm, suggested_title
from ..forms.meanwhile import status_of
from ..queries.assessments import group_of
from .crumbs import of_assessment, of_company
from .once import made_once

SMALL = "1-9"


@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def assessment_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Start a round for a company."""
    company, _role = company_for(request.user, code, write=True)
    today = timezone.localdate()
    usual = {
        "title": suggested_title(today),
        "held_on": today,
        "practice_set": "full",
        "names": "named",
        "minimum_group": 5,
    }
    form = AssessmentForm(request.POST or None, initial=usual)
    if form.is_valid():
        assessment = start_assessment(user=request.user, company=company, **form.choices())
        return redirect("assessment", code=assessment.code)
    context = {
        "form": form,
        **of_company(company),
        "title": _("Start an assessment"),
        "small": company.size == SMALL,
    }
    return render(request, "assessments/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_edit(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Change title, dates, set of practices and one's own group; where somebody else was quicker, theirs is shown."""
    assessment, _role = assessment_for(request.user, code, write=True)
    known = {
        "title": assessment.title,
        "held_on": assessment.held_on,
        "practice_set": assessment.practice_set,
        "minimum_group": assessment.minimum_group,
        "closes_on": assessment.closes_on,
        "group": group_of(request.user, assessment) or NOBODY,
    }
    form = AssessmentEditForm(request.POST or None, initial=known, assessment=assessment)
    try:
        if form.is_valid() and _updated(request, assessment, form):
            return redirect("assessment", code=assessment.code)
    except MeanwhileChanged:  # a moment ago: looked at again, the form says so
        return assessment_edit(request, code)
    context = {
        "form": form,
        **of_assessment(assessment),
        "title": _("Edit the assessment"),
    }
    return render(request, "assessments/form.html", context, status=status_of(form))


def _updated(request: HttpRequest, assessment: Any, form: AssessmentForm) -> bool:
    try:
        update_assessment(user=request.user, assessment=assessment, **form.choices())
    except NoLonger:
        messages.error(request, no_longer())
    except HasAnswered:
        text = _(
            "You have answered. In an anonymous assessment your group then stays as it is: the sums before and after "
            "would tell what you said."
        )
        form.add_error("group", text)
        return False
    return True


def no_longer() -> str:
    """What people read who want to change something in a final assessment."""
    return _("This assessment is final, so nothing was changed. Open it again first, with a reason.")
