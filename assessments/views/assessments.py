"""Pages that start and change an assessment."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..access import assessment_for, company_for
from ..actions import start_assessment, update_assessment
from ..forms.assessments import AssessmentForm, suggested_title
from ..queries.assessments import group_of


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Start a round for a company."""
    company, _role = company_for(request.user, code, write=True)
    today = timezone.localdate()
    usual = {"title": suggested_title(today), "held_on": today, "practice_set": "full", "group": "managers"}
    form = AssessmentForm(request.POST or None, initial=usual)
    if form.is_valid():
        assessment = start_assessment(user=request.user, company=company, **form.cleaned_data)
        return redirect("assessment", code=assessment.code)
    context = {"form": form, "company": company, "workspace": company.workspace, "title": _("Start an assessment")}
    return render(request, "assessments/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_edit(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Change title, date, set of practices and one's own group."""
    assessment, _role = assessment_for(request.user, code, write=True)
    known = {
        "title": assessment.title,
        "held_on": assessment.held_on,
        "practice_set": assessment.practice_set,
        "group": group_of(request.user, assessment),
    }
    form = AssessmentForm(request.POST or None, initial=known)
    if form.is_valid():
        update_assessment(user=request.user, assessment=assessment, **form.cleaned_data)
        return redirect("assessment", code=assessment.code)
    context = {
        "form": form,
        "assessment": assessment,
        "company": assessment.company,
        "workspace": assessment.workspace,
        "title": _("Edit the assessment"),
    }
    return render(request, "assessments/form.html", context)
