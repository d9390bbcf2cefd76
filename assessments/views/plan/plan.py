"""The plan of a company: what has been decided, by whom it is done and until when."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import company_for
from ...actions.plan import NewerItem, move_plan_item
from ...queries.codes import as_code
from ...queries.plan import plan_item, plan_of
from ...reports.wording import within_quotes
from ...words.labels import PLAN_STATES
from ..crumbs import of_company
from .plan_filter import filter_of
from .plan_page import MOVES, page_of
from .plan_proposals import proposed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The whole plan; posting moves one item to another state."""
    company, _role = granted = company_for(request.user, code, write=request.method == "POST")
    if request.method == "POST":
        return _move(request, company)
    return plan_response(request, company, granted.may_write)


def plan_response(request: HttpRequest, company: Any, may_write: bool, newer: Any = None) -> HttpResponse:
    """The page of the plan; with `newer`, an item that somebody else was quicker to change, as a conflict."""
    context = {
        **of_company(company),
        "may_write": may_write,
        "newer": newer,
        **page_of(plan_of(company), company, proposed(company), filter_of(request.GET), request.user),
    }
    return render(request, "plan/plan.html", context, status=409 if newer else 200)


def _move(request: HttpRequest, company: Any) -> HttpResponse:
    code, _space, known = request.POST.get("item", "").partition(" ")  # one form for many items: a button says both
    item, state = item_of(company, code), request.POST.get("state", "")
    if state not in MOVES:
        raise Http404
    try:
        move_plan_item(user=request.user, item=item, state=state, seen=known or request.POST.get("seen", ""))
    except NewerItem as newer:
        return plan_response(request, company, True, newer.item)
    words = {"title": within_quotes(item.title), "state": PLAN_STATES[state]}
    messages.success(request, _("“%(title)s”: %(state)s.") % words)
    return back_to(request, company, item)


def item_of(company: Any, code: str | uuid.UUID) -> Any:
    """The item of this company with this code, or 404."""
    return plan_item(company, as_code(str(code)))


def back_to(request: HttpRequest, company: Any, item: Any = None) -> HttpResponse:
    """Back to the plan, in the view it was in, at the item."""
    at = f"#item-{item.code}" if item else ""
    return redirect(f"{reverse('plan', args=[company.code])}{filter_of(request.GET).query}{at}")
