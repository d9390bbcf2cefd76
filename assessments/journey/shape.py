"""Edits of the structure of a map: stages, touchpoints and evidence added, removed, put back and moved.

The ids of new entries are handed in. Every function gives a new map; MapFaults where it would hold too much.
"""

from __future__ import annotations

from dataclasses import dataclass

from .edits import Data, NotThere, Part, entry, where
from .map import JourneyMap
from .reading import read
from .writing import write


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out, so that it can be put back: `within` is the id of the stage of a touchpoint, else ""."""

    part: Part
    within: str
    place: int
    piece: Data


def with_stage(map: JourneyMap, id: str, name: str) -> JourneyMap:
    """The map with one more stage at its end."""
    data = write(map)
    data.setdefault("stages", []).append({"id": id, "name": name, "touchpoints": []})
    return read(data)


def with_touchpoint(map: JourneyMap, id: str, name: str, stage: str) -> JourneyMap:
    """The map with one more touchpoint at the end of a stage; raises NotThere."""
    data = write(map)
    entry(data, "stages", stage).setdefault("touchpoints", []).append({"id": id, "name": name})
    return read(data)


def with_evidence(map: JourneyMap, id: str, type: str) -> JourneyMap:
    """The map with one more thing it rests on."""
    data = write(map)
    data.setdefault("evidence", []).append({"id": id, "type": type})
    return read(data)


def without(map: JourneyMap, part: Part, id: str) -> tuple[JourneyMap, Removed]:
    """The map without a stage (and its touchpoints), a touchpoint or a piece of evidence; raises NotThere."""
    data = write(map)
    within, entries, place = where(data, part, id)
    removed = Removed(part, within, place, entries.pop(place))
    return read(data), removed


def restored(map: JourneyMap, removed: Removed) -> JourneyMap:
    """The map with what was removed back where it was, or as near as still possible; what is there stays as it is.

    Raises NotThere where its stage is gone too, and MapFaults where its id has come back another way.
    """
    data = write(map)
    if removed.part == "touchpoints":
        entries = entry(data, "stages", removed.within).setdefault("touchpoints", [])
    else:
        entries = data.setdefault(removed.part, [])
    entries.insert(removed.place, removed.piece)
    return read(data)


def moved(map: JourneyMap, part: Part, id: str, by: int) -> JourneyMap:
    """The map with a stage or touchpoint one place further (`by` 1) or back (-1).

    A touchpoint at the edge of its stage goes over into the next one; at the edge of the map nothing moves.
    """
    data = write(map)
    within, entries, place = where(data, part, id)
    if 0 <= place + by < len(entries):
        entries.insert(place + by, entries.pop(place))
    elif part == "touchpoints":
        stages = data["stages"]
        stage = next(at for at, each in enumerate(stages) if each["id"] == within) + by
        if 0 <= stage < len(stages):
            others = stages[stage].setdefault("touchpoints", [])
            others.insert(0 if by > 0 else len(others), entries.pop(place))
    return read(data)


def placed(map: JourneyMap, part: Part, id: str, before: str, stage: str = "") -> JourneyMap:
    """The map with a stage or touchpoint moved to stand before another, or last where `before` is "".

    `stage` is the one a touchpoint comes to be in. Raises NotThere.
    """
    data = write(map)
    _within, entries, place = where(data, part, id)
    piece = entries.pop(place)
    goal = entry(data, "stages", stage).setdefault("touchpoints", []) if part == "touchpoints" else entries
    if id == before:
        return map
    ids = [each["id"] for each in goal]
    if before and before not in ids:
        raise NotThere(before)
    goal.insert(ids.index(before) if before else len(goal), piece)
    return read(data)
