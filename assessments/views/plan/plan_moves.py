"""Moving items of the plan: between lanes, up and down, and what has to come first forward."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...access import company_for
from ...actions.plan import NewerItem
from ...actions.plan_moves import place_plan_item, pull_forward, shift_plan_item
from ...content.loader import framework
from ...queries.codes import as_code
from ...reports.wording import within_quotes
from ...words.labels import PLAN_LANES
from .plan import back_to, item_of, plan_response

SHIFTS = {"up": -1, "down": 1}


@never_cache
@require_POST
def plan_move(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Move an item: `to` a lane (before another item, where one is named), up or down, or `pull` what it needs."""
    company, _role = company_for(request.user, code, write=True)
    item = item_of(company, request.POST.get("item", ""))
    try:
        said = _moved(request, item)
    except NewerItem as newer:
        return plan_response(request, company, True, newer.item)
    except ValueError:
        raise Http404 from None
    messages.success(request, said)
    return back_to(request, company, item)


def _moved(request: HttpRequest, item: Any) -> str:
    """Do it, and say so; ValueError for what nobody offers."""
    to, seen = request.POST.get("to", ""), request.POST.get("seen", "")
    words = {"title": within_quotes(item.title), "lane": PLAN_LANES.get(to, "")}
    if to in PLAN_LANES:
        before = as_code(request.POST.get("before", ""))
        place_plan_item(user=request.user, item=item, lane=to, before=before, seen=seen)
        return _("“%(title)s” stands under “%(lane)s”.") % words
    if to in SHIFTS:
        shift_plan_item(user=request.user, item=item, by=SHIFTS[to], seen=seen)
        return (_("“%(title)s” moved up.") if to == "up" else _("“%(title)s” moved down.")) % words
    if to == "pull":
        needs = {key: each.needs for key, each in framework().practices.items()}
        pull_forward(user=request.user, item=item, needs=needs, seen=seen)
        return _("What “%(title)s” needs stands before it now.") % words
    raise ValueError(to)
