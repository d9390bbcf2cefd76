"""The journeys of the three clients: a template in their language with what their customers were asked about it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..journey.map import JourneyMap
from ..journey.reading import read
from ..journey.templates import template
from ..journey.writing import write
from .story import HERE


@dataclass(frozen=True, slots=True)
class Planned:
    """What would lift a touchpoint, and is to be in the plan."""

    touchpoint: str
    text: str


def journey(key: str, language: str) -> JourneyMap:
    """The map of a client, its feelings and pains as customers report them."""
    found = _told()[key]
    map: dict[str, Any] = write(template(found["template"], language))
    map["evidence"] = [
        {"id": "e1", "type": "interview", "n": found["interviews"]},
        {"id": "e2", "type": "survey", "n": found["asked"]},
    ]
    for stage in map["stages"]:
        for point in stage["touchpoints"]:
            _tell(point, found)
    return read(map)


def planned(key: str, map: JourneyMap) -> list[Planned]:
    """The first opportunity of each touchpoint that the client has taken up."""
    points = (each for each in map.touchpoints() if each.id in _told()[key]["planned"])
    return [Planned(each.id, each.opportunities[0].text) for each in points if each.opportunities]


def _tell(point: dict[str, Any], found: dict[str, Any]) -> None:
    id = point["id"]
    point.pop("emotion", None)
    if id in found["feelings"]:
        value, people = found["feelings"][id]
        point["emotion"] = {"value": value, "n": people, "basis": "reported"}
    for pain in point.get("pains", ()):
        pain["severity"], pain["frequency"] = found["pains"][id]
    if id in found["mistakes"]:
        point["mistakes"] = found["mistakes"][id]


@cache
def _told() -> dict[str, dict[str, Any]]:
    return tomllib.loads((HERE / "journeys.toml").read_text(encoding="utf-8"))
