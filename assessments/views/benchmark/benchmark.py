"""The benchmark of a company: its own history, the workspace’s other companies, all who take part, references."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ...access import company_for
from ...actions.cohorts import join_benchmark, leave_benchmark
from ...actions.standings import fresh_places
from ...content.loader import framework
from ...queries.benchmark import benchmarks_of, own_companies
from ...queries.benchmark_figures import cohorts_of
from ...queries.references import references_of
from ..crumbs import of_company
from .benchmark_finding import finding
from .benchmark_own import own_rows
from .benchmark_rows import cohort_parts, history_rows, reference_rows

SECONDS = 3.0


@never_cache
@require_safe
def benchmark(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """What the company’s scores are set beside, its own history first."""
    company, _role = granted = company_for(request.user, code)
    [place] = fresh_places([company], SECONDS)
    standings = place.history if place.is_fresh else []
    found = benchmarks_of(company, standings, request.user)
    references = references_of(company.workspace_id, company.industry)
    beside = {} if company.workspace.partial else own_companies(company)
    cohorts = cohorts_of(company.industry, company.size)
    context = {
        **of_company(company),
        "may_write": granted.may_write,
        "gate": framework().thresholds.gate,
        "finding": finding(company, standings, found, computed=place.is_fresh),
        "history": history_rows(standings),
        "own": own_rows(beside, standings),
        "parts": cohort_parts(cohorts, found, references) if company.compared_since else [],
        "references": reference_rows(references, standings),
    }
    return render(request, "benchmark/benchmark.html", context)


@require_POST
def benchmark_consent(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Take part, or take part no longer."""
    company, _role = company_for(request.user, code, write=True)
    wanted = request.POST.get("take-part", "")
    if wanted == "yes" and request.POST.get("agreed"):
        join_benchmark(user=request.user, company=company)
        messages.success(request, _("The company takes part from the next publication on."))
    elif wanted == "yes":
        messages.error(request, _("Not saved yet: tick that the company agrees."))
    elif wanted == "no":
        leave_benchmark(user=request.user, company=company)
        messages.success(request, _("The company no longer takes part. Nothing new about it is published."))
    else:
        return HttpResponseBadRequest()
    return redirect("benchmark", code=company.code)
