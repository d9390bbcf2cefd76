"""What changes the structure of a map in the editor: each act comes as one word, "verb|part|argument|id"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from ...actions.journeys import new_id, reshape_journey
from ...actions.plan import adopt_opportunity
from ...journey.edits import PARTS, Cell, NotThere, Part, value_at
from ...journey.faults import MapFaults
from ...journey.map import JourneyMap
from ...journey.shape import (
    Removed,
    moved,
    placed,
    restored,
    with_evidence,
    with_stage,
    with_touchpoint,
    without,
)
from ...queries.journeys import map_of
from ...reports.wording import within_quotes

Change = Callable[[JourneyMap], JourneyMap]
ORDERED: dict[str, Part] = {"stages": "stages", "touchpoints": "touchpoints"}  # what has a place of its own


def reshape(request: HttpRequest, journey: Any) -> str:
    """Do the act that was sent; says it to the reader, and tells the id to go to, "" for none."""
    verb, part, more, id = [*request.POST["act"].split("|", 3), "", "", ""][:4]
    acts: dict[str, Callable[[], str]] = {
        "add": lambda: _add(request, journey, part, id),
        "remove": lambda: _remove(request, journey, PARTS[part], id),
        "restore": lambda: _restore(request, journey),
        "move": lambda: _move(request, journey, ORDERED[part], id, 1 if more == "1" else -1),
        "place": lambda: _place(request, journey, ORDERED[part], id),
        "adopt": lambda: _adopt(request, journey, id),
    }
    try:
        return acts[verb]()
    except KeyError:
        messages.error(request, _("We do not know how to do this. Load the page again."))
    except NotThere:
        messages.error(request, _("This is not on the map any more: somebody has taken it out."))
    except MapFaults:
        messages.error(request, _("This does not fit: the map would hold more than it can."))
    return ""


def _add(request: HttpRequest, journey: Any, part: str, id: str) -> str:
    if part == "stages":
        new, name = new_id("s"), _("New stage")
        _change(request, journey, lambda map: with_stage(map, new, name), "add-stage")
    elif part == "touchpoints":
        new, name = new_id("t"), _("New touchpoint")
        _change(request, journey, lambda map: with_touchpoint(map, new, name, id), "add-touchpoint")
    else:
        new, name = new_id("e"), _("New evidence")
        _change(request, journey, lambda map: with_evidence(map, new, "interview"), "add-evidence")
    messages.success(request, _("%(name)s added.") % {"name": name})
    return new


def _remove(request: HttpRequest, journey: Any, part: Part, id: str) -> str:
    kept: list[Removed] = []

    def change(map: JourneyMap) -> JourneyMap:
        after, removed = without(map, part, id)
        kept.append(removed)
        return after

    _change(request, journey, change, "remove")
    request.session[_key(journey)] = asdict(kept[-1])
    messages.success(request, _("Removed. You can put it back."))
    return "undo"


def _restore(request: HttpRequest, journey: Any) -> str:
    kept = request.session.pop(_key(journey))
    _change(request, journey, lambda map: restored(map, Removed(**kept)), "restore")
    messages.success(request, _("It is back where it was."))
    return str(kept["piece"]["id"])


def _move(request: HttpRequest, journey: Any, part: Part, id: str, by: int) -> str:
    _change(request, journey, lambda map: moved(map, part, id, by), "move")
    messages.success(request, _where(journey, part, id))
    return ""


def _place(request: HttpRequest, journey: Any, part: Part, id: str) -> str:
    before, stage = request.POST.get("before", ""), request.POST.get("stage", "")
    _change(request, journey, lambda map: placed(map, part, id, before, stage), "move")
    messages.success(request, _where(journey, part, id))
    return ""


def _adopt(request: HttpRequest, journey: Any, id: str) -> str:
    item = adopt_opportunity(user=request.user, journey=journey, touchpoint=id, text=request.POST.get("text", ""))
    messages.success(request, _("“%(title)s” is in the plan.") % {"title": within_quotes(item.title)})
    return ""


def _where(journey: Any, part: Part, id: str) -> str:
    """Where it stands now, for those who do not see it."""
    journey.refresh_from_db(fields=["map"])
    map = map_of(journey)
    name = value_at(map, Cell(part, "name", id))
    for stage in map.stages:
        ids = [each.id for each in stage.touchpoints]
        if part == "touchpoints" and id in ids:
            words = {"name": name, "place": ids.index(id) + 1, "total": len(ids), "stage": stage.name}
            return _("%(name)s is now number %(place)s of %(total)s in %(stage)s.") % words
    ids = [each.id for each in map.stages]
    words = {"name": name, "place": ids.index(id) + 1, "total": len(ids)}
    return _("%(name)s is now stage %(place)s of %(total)s.") % words


def removed_name(request: HttpRequest, journey: Any) -> str:
    """What was removed last and can be put back; "" for nothing."""
    kept = request.session.get(_key(journey))
    return str(kept["piece"].get("name") or kept["piece"].get("note") or _("Evidence")) if kept else ""


def _change(request: HttpRequest, journey: Any, change: Change, what: str) -> None:
    reshape_journey(user=request.user, journey=journey, change=change, what=what)
    if what != "remove":
        request.session.pop(_key(journey), None)


def _key(journey: Any) -> str:
    return f"journey-removed-{journey.code}"
