"""One item of the plan: adding it, changing it, and saying that the company lives with the gap."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import company_for
from ...actions.plan import NewerItem, add_plan_item, update_plan_item
from ...actions.plan_adopt import accept_gap, accept_item
from ...forms.plan import AcceptForm, PlanItemForm
from ...queries.plan import ACTIVE, seen_of
from ...queries.plan_ends import ends_of
from ..crumbs import of_company
from ..once import made_once
from .plan import item_of
from .plan_cards import without
from .plan_filter import filter_of
from .plan_page import choices_of_acts
from .plan_proposals import proposed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def plan_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Add an item of one’s own."""
    company, _role = company_for(request.user, code, write=True)
    form = PlanItemForm(request.POST or None, initial={"lane": "now"})
    if form.is_valid():
        add_plan_item(user=request.user, company=company, **form.said)
        return redirect("plan", code=code)
    return _form(request, company, form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan_edit(request: HttpRequest, code: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Change an item; where somebody else was quicker, theirs is shown beside what was typed."""
    company, _role = company_for(request.user, code, write=True)
    found = item_of(company, item)
    form = PlanItemForm(request.POST or None, initial=PlanItemForm.known(found))
    newer = None
    if form.is_valid():
        try:
            said = {key: value for key, value in form.said.items() if key in request.POST}
            update_plan_item(user=request.user, item=found, seen=request.POST.get("seen", ""), said=said)
            return redirect("plan", code=code)
        except NewerItem as refused:
            newer = refused.item
    return _form(request, company, form, found, newer)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan_accept(request: HttpRequest, code: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Say of an item that the company lives with the gap, why, and when it looks again."""
    company, _role = company_for(request.user, code, write=True)
    found = item_of(company, item)
    form = AcceptForm(request.POST or None, initial=AcceptForm.known(found))
    newer = None
    if form.is_valid():
        try:
            seen = request.POST.get("seen", "")
            accept_item(user=request.user, item=found, seen=seen, **form.cleaned_data)
            return _accepted(request, company)
        except NewerItem as refused:
            newer = refused.item
    return _accept(request, company, form, found.title, newer or found, newer is not None)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan_accept_step(request: HttpRequest, code: uuid.UUID, practice: str) -> HttpResponse:
    """The same of a step that the last report proposes and nobody has adopted."""
    company, _role = company_for(request.user, code, write=True)
    assessment, proposals = proposed(company)
    step = proposals.get(practice)
    if step is None:
        raise Http404
    form = AcceptForm(request.POST or None, initial=AcceptForm.known())
    if form.is_valid():
        if accept_gap(user=request.user, assessment=assessment, step=step, **form.cleaned_data) is None:
            messages.error(request, _("Nothing was changed: this step is in the plan already."))
            return redirect("plan", code=code)
        return _accepted(request, company)
    return _accept(request, company, form, step.title)


def _accepted(request: HttpRequest, company: Any) -> HttpResponse:
    messages.success(request, _("Noted. It comes up again on its date."))
    return redirect("plan", code=company.code)


def _accept(
    request: HttpRequest, company: Any, form: Any, title: str, item: Any = None, newer: bool = False
) -> HttpResponse:
    context = {**of_company(company), "form": form, "item_title": title, "newer": newer, "item": item}
    context["seen"] = seen_of(item) if item else ""
    return render(request, "plan/accept.html", context, status=409 if newer else _status(form))


def _form(request: HttpRequest, company: Any, form: Any, item: Any = None, newer: Any = None) -> HttpResponse:
    shown = newer or item
    context = {**of_company(company), "form": form, "item": item, "newer": newer, **_acts(request, item)}
    context["seen"] = seen_of(shown) if newer else request.POST.get("seen") or (seen_of(item) if item else "")
    return render(request, "plan/form.html", context, status=409 if newer else _status(form))


def _acts(request: HttpRequest, item: Any) -> dict[str, Any]:
    """What moves the item from its own page; nothing where it is new or over."""
    if item is None or item.state not in ACTIVE:
        return {}
    first, last = ends_of(item)
    return {**choices_of_acts(), "without": without(item, first, last), "chosen": filter_of(request.GET)}


def _status(form: Any) -> int:
    return 400 if form.is_bound else 200
