"""One red flag or one target stage, as our own script sends it; what it sends stays on the device until it is saved.

A field `NAME|seen` says which of them is meant and how it stood on the page: "1" or "0" for a flag, 0..4 for a target
stage, where 0 is none. The answer has what stands there now as `seen`, and the moment as `at`.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from ...actions.assessments import set_red_flags
from ...actions.life import NoLonger
from ...actions.target_stage import NewerStage, set_target_stage
from ...content.schema import Framework
from ..assessments import no_longer

SEEN = "|seen"
STAGES: dict[str, int | None] = {"": None, "0": None, "1": 1, "2": 2, "3": 3, "4": 4}


def one_flag(request: HttpRequest, assessment: Any, frame: Framework) -> HttpResponse:
    """Open or close it, whatever was seen: there is nothing between the two to lose."""
    flag = _named(request, "flag-")
    if flag not in frame.flags:
        return _gone()
    ticked = bool(request.POST.get(f"flag-{flag}"))
    chosen, other = ({flag}, set()) if ticked else (set(), {flag})
    try:
        set_red_flags(user=request.user, assessment=assessment, opened=chosen, closed=other)
    except NoLonger:
        return _over()
    return _saved(int(ticked))


def one_target(request: HttpRequest, assessment: Any, frame: Framework) -> HttpResponse:
    """Set it, unless somebody else has set another one than was seen: then both are shown, to choose."""
    practice = _named(request, "target-")
    fields = [request.POST.get(f"target-{practice}{each}", "?") for each in ("", SEEN)]
    if practice not in frame.practices or not STAGES.keys() >= set(fields):  # nothing that our page would send
        return _gone()
    stage, seen = (STAGES[each] for each in fields)
    try:
        set_target_stage(user=request.user, assessment=assessment, practice=practice, stage=stage, seen=seen)
    except NoLonger:
        return _over()
    except NewerStage as newer:
        name = frame.stages[newer.stage] if newer.stage else None
        text = render_to_string("assessments/newer_stage.html", {"stage": newer.stage, "name": name})
        return JsonResponse({"newer": text, "seen": str(newer.stage or 0)}, status=409)
    return _saved(stage or 0)


def _named(request: HttpRequest, kind: str) -> str:
    names = [each for each in request.POST if each.startswith(kind) and each.endswith(SEEN)]
    return names[0].removeprefix(kind).removesuffix(SEEN) if names else ""


def _saved(now: int) -> HttpResponse:
    return JsonResponse({"seen": str(now), "at": timezone.now().isoformat()})


def _gone() -> HttpResponse:
    return JsonResponse({"error": ""}, status=404)


def _over() -> HttpResponse:
    return JsonResponse({"error": no_longer()}, status=403)
