"""Pages of companies."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..access import company_for, workspace_for
from ..actions import add_company, update_company
from ..forms.companies import CompanyForm
from ..queries.assessments import assessments_of


@require_safe
def company(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """A company and its assessments."""
    company, _role = granted = company_for(request.user, code)
    context = {
        "company": company,
        "workspace": company.workspace,
        "may_write": granted.may_write,
        "rows": assessments_of(company),
    }
    return render(request, "companies/company.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
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
    """Change what is known of a company."""
    company, _role = granted = company_for(request.user, code, write=True)
    known = {"name": company.name, "industry": company.industry, "size": company.size}
    form = CompanyForm(request.POST or None, initial=known)
    if form.is_valid():
        update_company(user=request.user, company=company, **form.cleaned_data)
        return redirect("company", code=company.code)
    context = {"form": form, "workspace": company.workspace, "company": company, "title": _("Edit the company")}
    context["may_own"] = granted.may_own
    return render(request, "companies/form.html", context)
