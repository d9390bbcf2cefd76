"""Edits of one cell of a map: each gives a new map, or refuses with everything that is wrong with the value.

A cell is addressed by the id of what it belongs to, never by its place, so that two people can edit at once.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, Literal, NamedTuple

from .map import JourneyMap
from .reading import read
from .writing import write

Part = Literal["map", "stages", "touchpoints", "evidence"]
Data = dict[str, Any]
NEEDED = ("name", "type")
PARTS: dict[str, Part] = {"map": "map", "stages": "stages", "touchpoints": "touchpoints", "evidence": "evidence"}


class NotThere(LookupError):
    """What was to be edited is not on the map any more, or never was."""


class Cell(NamedTuple):
    """One cell: of the map itself (`id` empty), a stage, a touchpoint, or a piece of evidence.

    `field` is a key of the format, with a dot where it lies deeper: "inside.owner".
    """

    part: Part
    field: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.part}:{self.field}:{self.id}"


def cell_of(text: str) -> Cell:
    """The cell that `str(cell)` names; raises NotThere for anything else."""
    part, field, id = [*text.split(":", 2), "", ""][:3]
    if part not in PARTS or not field or (part == "map") != (not id):
        raise NotThere(text)
    return Cell(PARTS[part], field, id)


def value_at(map: JourneyMap, cell: Cell) -> Any:
    """The plain value of a cell as the format writes it, None where it was never said; raises NotThere."""
    found: Any = entry(write(map), cell.part, cell.id)
    for key in cell.field.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found


def stamp(map: JourneyMap, cell: Cell) -> str:
    """A short word that changes when the value of a cell does; raises NotThere."""
    said = json.dumps(value_at(map, cell), sort_keys=True, ensure_ascii=True)
    return sha256(said.encode()).hexdigest()[:16]


def with_value(map: JourneyMap, cell: Cell, value: Any) -> JourneyMap:
    """The map with another value in a cell; None, "" and nothing in a list take away what was said.

    Raises NotThere, or MapFaults with all that is wrong with the value.
    """
    data = write(map)
    holder = entry(data, cell.part, cell.id)
    outer, _dot, last = cell.field.rpartition(".")
    inside = holder.setdefault(outer, {}) if outer else holder
    if value in (None, "", [], {}) and cell.field not in NEEDED:
        inside.pop(last, None)
    else:
        inside[last] = value
    if outer and not inside:
        del holder[outer]
    return read(data)


def entries(data: Data, part: Part) -> list[tuple[str, list[Data], int]]:
    """Where every entry of a part stands in plain data: the id of its stage or "", its list, its place there."""
    stages = data.get("stages", [])
    if part == "touchpoints":
        lists = [(each["id"], each.get("touchpoints", [])) for each in stages]
    else:
        lists = [("", stages if part == "stages" else data.get("evidence", []))]
    return [(within, found, place) for within, found in lists for place in range(len(found))]


def where(data: Data, part: Part, id: str) -> tuple[str, list[Data], int]:
    """Where one entry stands; raises NotThere."""
    for within, found, place in entries(data, part):
        if found[place]["id"] == id:
            return within, found, place
    raise NotThere(f"{part} {id}")


def entry(data: Data, part: Part, id: str) -> Data:
    """The entry itself, the whole map for the part "map"; raises NotThere."""
    if part == "map":
        return data
    _within, found, place = where(data, part, id)
    return found[place]
