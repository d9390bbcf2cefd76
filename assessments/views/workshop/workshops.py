"""Pages of those who run a workshop: the list, and the page for the projector."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...access import assessment_for
from ...actions.review import CannotSettle, may_settle, settle_stage
from ...actions.workshops import (
    CannotRun,
    WorkshopMovedOn,
    close_workshop,
    go_to_practice,
    open_workshop,
    renew_workshop_link,
    reveal_votes,
    start_voting,
    stop_voting,
    vote_again,
)
from ...content.loader import framework
from ...forms.sent import number_in
from ...forms.workshops import SettlingInWorkshop, settling
from ...links import path_to
from ...queries.ballots import ballots_of
from ...queries.workshops import agenda_of, agreed_on, host_state, workshop_in, workshops_of
from ..crumbs import of_assessment
from ..qr import qr_drawing
from .workshop_board import in_the_room

PHASES: dict[str, Callable[..., None]] = {
    "vote": start_voting, "stop": stop_voting, "reveal": reveal_votes, "again": vote_again,
}  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def workshops(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Start a workshop or go on with the running one; earlier ones, and what they settled."""
    assessment, _role = granted = assessment_for(request.user, code, write=request.method == "POST")
    if request.method == "POST":
        try:
            workshop = open_workshop(user=request.user, assessment=assessment, practice=agenda_of(assessment).first)
        except CannotRun:
            messages.error(request, _("This assessment is final. Reopen it to settle anything in a workshop."))
            return redirect("workshops", code=code)
        return redirect("workshop_stage", code=code, workshop=workshop.code)
    held = workshops_of(assessment)
    context = {
        **of_assessment(assessment),
        "may_write": granted.may_write,
        "may_run": granted.may_write and assessment.state != "final",
        "running": next((each for each in held if each.workshop.closed_at is None), None),
        "earlier": [each for each in held if each.workshop.closed_at],
        "agenda": agenda_of(assessment),
    }
    return render(request, "workshop/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def workshop_stage(request: HttpRequest, code: uuid.UUID, workshop: uuid.UUID) -> HttpResponse:
    """The page for the projector, and everything its buttons do."""
    assessment, _role = assessment_for(request.user, code, write=True)
    found = workshop_in(assessment, workshop)
    over = found.closed_at is not None or assessment.state == "final"
    if request.method != "POST" and not over:
        return _show(request, assessment, found)
    act = "go" if "go" in request.POST else request.POST.get("act", "")
    if act == "settle":
        return _settle(request, assessment, found)
    if over and act != "close":
        return _see(reverse("workshops", args=[code]))
    try:
        _do(request, assessment, found, act)
    except WorkshopMovedOn:
        messages.error(request, _("The workshop had moved on before your click arrived. This is where it is now."))
    if act == "close":
        messages.success(request, _("The workshop is closed. The phones say so."))
        return _see(reverse("workshops", args=[code]))
    return _see(request.path)


@never_cache
@require_safe
def workshop_state(request: HttpRequest, code: uuid.UUID, workshop: uuid.UUID) -> HttpResponse:
    """Whether anything on the projector has changed since `v`: nothing to send where it has not."""
    assessment, _role = assessment_for(request.user, code, write=True)
    state = host_state(workshop_in(assessment, workshop))
    if request.GET.get("v") == state.tag:
        return HttpResponse(status=204)
    counts = {"voted": state.voted, "joined": state.joined, "seats": state.seats}
    return JsonResponse({"tag": state.tag, "stand": state.stand, **counts})


def _do(request: HttpRequest, assessment: Any, workshop: Any, act: str) -> None:
    seen = number_in(request.POST, "version")
    if act == "close":
        return close_workshop(user=request.user, workshop=workshop)
    if act == "go":
        practice = request.POST.get("go", "")
        frame = framework(assessment.framework, assessment.framework_version)
        if practice not in {each.id for each in frame.asked(assessment.practice_set)}:
            raise Http404
        return go_to_practice(workshop=workshop, practice=practice, seen=seen)
    if act == "renew":
        return renew_workshop_link(user=request.user, workshop=workshop, seen=seen)
    if act not in PHASES:
        raise Http404
    return PHASES[act](workshop=workshop, seen=seen)


def _settle(request: HttpRequest, assessment: Any, workshop: Any) -> HttpResponse:
    """Settle the practice that the host saw; show the form again where something is in the way."""
    filled = settling(request.POST)
    if workshop.closed_at or assessment.state == "final":
        said = _("The workshop is over, so nothing was settled. You had written: “%(reason)s”")
        messages.error(request, said % {"reason": filled.reason})
        return _see(reverse("workshops", args=[assessment.code]))
    if request.POST.get("practice") != workshop.practice:
        messages.error(request, _("The workshop had moved on to another practice: nothing was settled."))
        return _show(request, assessment, workshop, filled, status=409)
    if filled.errors:
        return _show(request, assessment, workshop, filled, status=400)
    try:
        outcome = settle_stage(
            user=request.user,
            assessment=assessment,
            practice=workshop.practice,
            stage=int(filled.choice),
            reason=filled.reason,
            seen=filled.seen,
        )
    except CannotSettle:
        said = _("An anonymous assessment is settled once it is in review. You had written: “%(reason)s”")
        messages.error(request, said % {"reason": filled.reason})
        return _see(request.path)
    if not outcome.done:
        return _show(request, assessment, workshop, filled, status=409, meanwhile=True)
    messages.success(request, _("Settled on stage %(stage)s.") % {"stage": filled.choice})
    return _see(request.path)


def _show(
    request: HttpRequest,
    assessment: Any,
    workshop: Any,
    filled: SettlingInWorkshop | None = None,
    status: int = 200,
    meanwhile: bool = False,
) -> HttpResponse:
    frame = framework(assessment.framework, assessment.framework_version)
    practice, state = frame.practices[workshop.practice], host_state(workshop)
    agenda, agreed = agenda_of(assessment), agreed_on(assessment, workshop.practice)
    now, before = ballots_of(workshop)
    link = request.build_absolute_uri(path_to("workshop", workshop))
    context = {
        **of_assessment(assessment),
        **in_the_room(frame, practice, now, before),
        "workshop": workshop,
        "state": state,
        "agenda": agenda,
        "next": agenda.after(practice.id),
        "previous": agenda.before(practice.id),
        "agreed": agreed,
        "filled": filled or _settled_before(agreed),
        "seen": agreed.version if agreed else 0,
        "meanwhile": meanwhile,
        "may_settle": may_settle(assessment),
        "link": link,
        "address": link.partition("://")[2].partition("#")[0],
        "qr": qr_drawing(link, "cx-room-qr"),
    }
    return render(request, "workshop/stage.html", context, status=status)


def _settled_before(agreed: Any) -> SettlingInWorkshop:
    if agreed is None or agreed.stage is None:
        return SettlingInWorkshop()
    return SettlingInWorkshop(str(agreed.stage), agreed.reason)


def _see(path: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(path, status=303)
