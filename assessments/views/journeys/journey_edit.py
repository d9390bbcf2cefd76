"""The editor of a journey: five tabs, cells saved one by one, the structure by acts; all of it without script too."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...access import journey_for
from ...forms.journeys import said_in
from ...journey.edits import cell_of, stamp
from ...queries.journeys import map_of
from ..crumbs import of_journey
from .journey_cells import Boxes, CellOutcome, save, worst
from .journey_shape import removed_name, reshape
from .journey_tabs import TABS, tab_of

STATUS = {"saved": 200, "newer": 409, "refused": 400, "gone": 404}


@never_cache
@require_safe
def journey_editor(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The editor opens at its first step."""
    journey, _role = journey_for(request.user, code, write=True)
    return redirect("journey_edit", code=journey.code, tab="draw")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def journey_edit(request: HttpRequest, code: uuid.UUID, tab: str) -> HttpResponse:
    """One step of the editor. A form may carry cells, an act, or both; cells are saved first."""
    journey, _role = journey_for(request.user, code, write=True)
    if tab not in TABS:
        raise Http404
    if request.method != "POST":
        return _page(request, journey, tab, ())
    outcomes = save(user=request.user, journey=journey, said=said_in(request.POST))
    if request.accepts("text/html"):
        return _form_sent(request, journey, tab, outcomes)
    return _cell_saved(request, outcomes)


def _form_sent(request: HttpRequest, journey: Any, tab: str, outcomes: Sequence[CellOutcome]) -> HttpResponse:
    state = worst(outcomes)
    if state != "saved":
        messages.error(request, _("Not everything is saved: something below needs another look."))
        return _page(request, journey, tab, outcomes, STATUS[state])
    goal = reshape(request, journey) if request.POST.get("act") else ""
    if not request.POST.get("act"):
        messages.success(request, _("Saved."))
    address = reverse("journey_edit", args=[journey.code, tab])
    return redirect(f"{address}?at={goal}#at-{goal}" if goal else address)


def _cell_saved(request: HttpRequest, outcomes: Sequence[CellOutcome]) -> JsonResponse:
    """What became of the one cell that a script has sent."""
    if not outcomes:
        return JsonResponse({"error": _("This is not on the map any more: somebody has taken it out.")}, status=404)
    outcome = outcomes[0]
    status = STATUS[outcome.state]
    if outcome.map is None:
        return JsonResponse({"error": outcome.message}, status=status)
    cell = cell_of(outcome.said.cell)
    seen = stamp(outcome.map, cell)
    if outcome.state == "saved":
        return JsonResponse({"seen": seen, "at": timezone.now().isoformat()})
    box = Boxes(outcome.map, {outcome.said.cell: outcome}).box(cell.part, cell.field, cell.id)
    html = render_to_string("journeys/cell.html", {"box": box}, request)
    return JsonResponse({"newer": html, "seen": seen}, status=status)


def _page(
    request: HttpRequest, journey: Any, tab: str, outcomes: Sequence[CellOutcome], status: int = 200
) -> HttpResponse:
    journey.refresh_from_db(fields=["map", "title"])
    map = map_of(journey)
    boxes = Boxes(map, {each.said.cell: each for each in outcomes})
    context = {
        **of_journey(journey),
        "tab": tab,
        "tabs": TABS.items(),
        "removed": removed_name(request, journey),
        "lost": [each for each in outcomes if each.state == "gone"],
        **tab_of(tab, journey, boxes),
    }
    return render(request, f"journeys/edit_{tab}.html", context, status=status)
