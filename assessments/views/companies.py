"""Pages of companies."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..access import company_for, workspace_for
from ..actions.companies import add_company, edit_company
from ..actions.meanwhile import MeanwhileChanged
from ..forms.companies import CompanyEditForm, CompanyForm
from ..forms.meanwhile import status_of
from ..queries.assessments import assessments_of
from .crumbs import of_company
from .once import made_once
from .rounds.company_trend import trend_context


@require_safe
def company(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """A company and its assessments."""
    company, _role = granted = company_for(request.user, code)
    rows = assessments_of(company, request.user.pk)
    context = {
        **of_company(company),
        "may_write": granted.may_write,
        "rows": rows,
        **trend_context(company, [each.assessment for each in rows], granted.may_write),
    }
    return render(request, "companies/company.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def company_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Add a company."""
    workspace, _role = workspace_for(request.user, code, write=True)
    form = CompanyForm(request.POST or None)
    if form.is_valid():
        company = add_company(user=request.user, workspace=workspace, **form.cleaned_data)
        return redirect("company", code=company.code)
    context = {"form": form, "workspace": workspace, "title": _("Add a company")}
    return render(request, "companies/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def company_edit(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Change what is known of a company; where somebody else was quicker, theirs is shown beside what was typed."""
    company, _role = granted = company_for(request.user, code, write=True)
    known = {name: getattr(company, name) for name in ("name", "industry", "size", "round_months")}
    form = CompanyEditForm(request.POST or None, initial=known)
    if form.is_valid():
        try:
            edit_company(user=request.user, company=company, **form.cleaned_data)
        except MeanwhileChanged:  # a moment ago: looked at again, the form says so
            return company_edit(request, code)
        return redirect("company", code=company.code)
    context = {**of_company(company), "form": form, "title": _("Edit the company"), "may_own": granted.may_own}
    return render(request, "companies/form.html", context, status=status_of(form))
