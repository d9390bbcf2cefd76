"""Pages of the phones in a workshop: they join by its link, choose a group, and vote. Nobody signs in.

Who holds the seat's cookie (assessments/cookies/seats.py) has the seat.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...accounts.adapters import remember_language
from ...actions.votes import RoomIsFull, cast_vote, take_seat
from ...content.loader import framework
from ...cookies.seats import give_seat, seat_held, workshop_held
from ...forms.workshops import ballot, group_in
from ...links import key_in
from ...queries.ballots import ballots_of
from ...queries.workshops import SeatState, agreed_on, is_over, seat_state, workshop_by_key, workshop_of_seat
from ..answering.question_page import wants_json
from .workshop_board import in_the_room


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def workshop_join(request: HttpRequest) -> HttpResponse:
    """Where the link leads: our script posts the key that stands after `#`; then one chooses a group."""
    if request.method != "POST":
        return render(request, "workshop/join.html", {})
    key = key_in(request.POST.get("key", ""))
    workshop = workshop_by_key(key)
    if workshop is None:
        error = _("This link does not lead to a workshop, or not any more. Scan the code on the screen again.")
        return render(request, "workshop/join.html", {"error": error}, status=404)
    if seat := seat_held(request, workshop.code):
        return _to_seat(seat)
    language = request.POST.get("language", "")
    with override(language if language in dict(settings.LANGUAGES) else get_language()):
        response = _choose_group(request, workshop, key)
        if language == get_language():
            remember_language(response, language)
        return response


def _choose_group(request: HttpRequest, workshop: Any, key: str) -> HttpResponse:
    group, asked = group_in(request.POST), "join" in request.POST
    context: dict[str, Any] = {
        "workshop": workshop,
        "assessment": workshop.assessment,
        "company": workshop.assessment.company,
        "key": key,
        "group": group,
        "over": is_over(workshop),
        "groups": framework(workshop.assessment.framework, workshop.assessment.framework_version).groups,
        "languages": settings.LANGUAGES,
    }
    if asked and group and not context["over"]:
        try:
            seat = take_seat(workshop=workshop, group=group)
        except RoomIsFull:
            context["error"] = _("The room is full. Tell the person at the screen.")
            return render(request, "workshop/group.html", context, status=409)
        response = _to_seat(seat.code)
        give_seat(response, seat.code, workshop.code)
        return response
    if asked and not context["over"]:
        context["error"] = _("Choose the group to which you belong.")
    return render(request, "workshop/group.html", context, status=400 if context.get("error") else 200)


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def workshop_seat(request: HttpRequest, seat: uuid.UUID) -> HttpResponse:
    """What a phone shows: the practice to vote on, what the room has voted, or that nothing is asked now."""
    try:
        return _vote(request, seat) if request.method == "POST" else _show(request, seat, _state(request, seat))
    except Http404:
        error = _("This phone has no seat here. Scan the code on the screen again.")
        return render(request, "workshop/join.html", {"error": error}, status=404)


@never_cache
@login_not_required
@require_safe
def workshop_seat_state(request: HttpRequest, seat: uuid.UUID) -> HttpResponse:
    """Whether anything on the phone has changed since `v`: nothing to send where it has not."""
    state = _state(request, seat)
    if request.GET.get("v") == state.tag:
        return HttpResponse(status=204)
    return JsonResponse(_as_json(state))


def _vote(request: HttpRequest, seat: uuid.UUID) -> HttpResponse:
    given = ballot(request.POST)
    _workshop_held(request, seat)
    counted = given and cast_vote(seat=seat, practice=given.practice, number=given.number, stage=given.stage)
    status = 200 if counted else 409 if given else 400
    if wants_json(request):
        return JsonResponse(_as_json(_state(request, seat)), status=status)
    if not counted:
        error = _too_late() if given else _("Choose one of the statements.")
        return _show(request, seat, _state(request, seat), error, status)
    return HttpResponseRedirect(request.path, status=303)


def _show(request: HttpRequest, seat: uuid.UUID, state: SeatState, error: str = "", status: int = 200) -> HttpResponse:
    found = workshop_of_seat(seat)
    if found is None:
        raise Http404
    workshop, group = found
    assessment = workshop.assessment
    frame = framework(assessment.framework, assessment.framework_version)
    practice = frame.practices[workshop.practice]
    now, before = ballots_of(workshop) if state.phase == "revealed" else (None, None)
    agreed = agreed_on(assessment, practice.id) if state.phase == "revealed" else None
    context = {
        "workshop": workshop,
        "company": assessment.company,
        "assessment": assessment,
        "seat": seat,
        "group": group,
        "state": state,
        **in_the_room(frame, practice, now, before),
        "agreed": agreed if agreed and agreed.stage is not None else None,
        "agreed_name": frame.stages[agreed.stage] if agreed and agreed.stage is not None else None,
        "error": error,
        "too_late": _too_late(),
    }
    return render(request, "workshop/phone.html", context, status=status)


def _too_late() -> str:
    return _("This vote came too late: the round was over before it arrived.")


def _as_json(state: SeatState) -> dict[str, Any]:
    return {"tag": state.tag, "stand": state.stand, "voted": state.voted, "choice": state.choice}


def _state(request: HttpRequest, seat: uuid.UUID) -> SeatState:
    """Where the workshop stands for this seat, if the phone has it."""
    workshop, state = _workshop_held(request, seat), seat_state(seat)
    if state is None or state.workshop != workshop:
        raise Http404
    return state


def _workshop_held(request: HttpRequest, seat: uuid.UUID) -> uuid.UUID:
    """The workshop in which this phone has this seat."""
    if held := workshop_held(request, seat):
        return held
    raise Http404


def _to_seat(seat: uuid.UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("workshop_seat", args=[seat]), status=303)
