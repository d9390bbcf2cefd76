"""The plan of a company: what has been decided, by whom it is done and until when."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..access import company_for
from ..actions.plan import add_plan_item, move_plan_item, update_plan_item
from ..forms.plan import PlanItemForm
from ..labels import PLAN_STATES
from ..queries.plan import plan_item, plan_of
from .plan_page import page_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The whole plan; posting moves one item to another state."""
    company, _role = granted = company_for(request.user, code, write=request.method == "POST")
    if request.method == "POST":
        return _move(request, company)
    context = {**_of(company), "may_write": granted.may_write, **page_of(plan_of(company))}
    return render(request, "plan/plan.html", context)


def _move(request: HttpRequest, company: Any) -> HttpResponse:
    item, state = _item(company, request.POST.get("item", "")), request.POST.get("state", "")
    if state not in PLAN_STATES:
        raise Http404
    move_plan_item(user=request.user, item=item, state=state)
    words = {"title": item.title, "state": PLAN_STATES[state]}
    messages.success(request, _("“%(title)s”: %(state)s.") % words)
    return redirect("plan", code=company.code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Add an item of one’s own."""
    company, _role = company_for(request.user, code, write=True)
    form = PlanItemForm(request.POST or None)
    if form.is_valid():
        add_plan_item(user=request.user, company=company, **form.cleaned_data)
        return redirect("plan", code=code)
    return render(request, "plan/form.html", {**_of(company), "form": form}, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan_edit(request: HttpRequest, code: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Change an item."""
    company, _role = company_for(request.user, code, write=True)
    found = _item(company, item)
    known = {field: getattr(found, field) for field in PlanItemForm.base_fields}
    form = PlanItemForm(request.POST or None, initial=known)
    if form.is_valid():
        update_plan_item(user=request.user, item=found, **form.cleaned_data)
        return redirect("plan", code=code)
    context = {**_of(company), "form": form, "item": found}
    return render(request, "plan/form.html", context, status=400 if form.is_bound else 200)


def _item(company: Any, code: str | uuid.UUID) -> Any:
    try:
        found = plan_item(company, uuid.UUID(str(code)))
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _of(company: Any) -> dict[str, Any]:
    return {"company": company, "workspace": company.workspace}
