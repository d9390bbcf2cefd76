"""From plain values, as JSON has them, to a journey map: whole, or refused with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from pydantic import ValidationError

from .faults import Fault, Kind, MapFaults, place
from .map import JourneyMap

KINDS: dict[str, Kind] = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "empty": "empty",
    "model_type": "object",
    "tuple_type": "list",
    "string_type": "text",
    "number": "number",
    "float_type": "number",
    "finite_number": "number",
    "int_type": "whole",
    "bool_type": "yes-no",
    "day": "day",
    "greater_than_equal": "outside",
    "less_than_equal": "outside",
    "literal_error": "among",
    "string_pattern_mismatch": "among",
    "string_too_long": "long",
    "too_long": "many",
}
RANGES = {"severity": "1..5", "frequency": "0..1", "importance": "1..3", "effect": "-2..2", "n": "0..1000000000"}
SCALES = (2, 5)
Way = tuple[str | int, ...]


def read(data: Any) -> JourneyMap:
    """The map in `data`. Stages, touchpoints and evidence without an `id` get one.

    Raises MapFaults with every fault and its place: stages[2].touchpoints[0].emotion.value: 3 is outside -2..2.
    """
    faults: list[Fault] = []
    try:
        result = JourneyMap.model_validate(_with_ids(data))
    except ValidationError as error:
        faults = [_fault(each) for each in error.errors()]
    faults += [*_unsaid(data), *_off_the_scale(data), *_twice(data)]
    if faults:
        raise MapFaults(faults)
    return result


def _fault(error: Any) -> Fault:
    way: Way = error["loc"]
    kind = KINDS[error["type"]]
    given = error.get("ctx", {})
    allowed = ""
    if kind == "outside":
        allowed = RANGES[str(way[-1])]
    elif kind == "among":
        allowed = given.get("expected", "RF-01..RF-20").replace("'", "").replace(" or ", ", ")
    elif kind in ("long", "many"):
        allowed = f"(at most {given['max_length']})"
    return Fault(place(way), kind, None if kind in ("missing", "unknown") else error["input"], allowed)


def _unsaid(data: Any) -> Iterator[Fault]:
    """The format must name itself: a file of something else with no stages would pass for an empty map."""
    if isinstance(data, dict) and data.get("schema") is None:
        yield Fault("schema", "missing", allowed="(cx-journey/1)")


def _off_the_scale(data: Any) -> Iterator[Fault]:
    scale = data.get("scale") if isinstance(data, dict) else None
    most = scale if scale in SCALES and not isinstance(scale, bool) else SCALES[0]
    for way, touchpoint in _entries(data, "stages", "touchpoints"):
        emotion = touchpoint.get("emotion")
        value = emotion.get("value") if isinstance(emotion, dict) else None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) > most:
            yield Fault(place((*way, "emotion", "value")), "outside", value, f"-{most}..{most}")


def _twice(data: Any) -> Iterator[Fault]:
    """Ids that stand twice: within the stages, all touchpoints, the evidence."""
    for keys in (("stages",), ("stages", "touchpoints"), ("evidence",)):
        seen: set[str] = set()
        for way, entry in _entries(data, *keys):
            if isinstance(id := entry.get("id"), str):
                if id in seen:
                    yield Fault(place((*way, "id")), "twice", id)
                seen.add(id)


def _entries(data: Any, *keys: str, way: Way = ()) -> Iterator[tuple[Way, dict[str, Any]]]:
    """The objects in the lists under `keys`, one list inside the other, with the way to each."""
    found = data.get(keys[0]) if isinstance(data, dict) else None
    for index, entry in enumerate(found if isinstance(found, list) else []):
        here = (*way, keys[0], index)
        if keys[1:]:
            yield from _entries(entry, *keys[1:], way=here)
        elif isinstance(entry, dict):
            yield here, entry


def _with_ids(data: Any) -> Any:
    """`data` with an id for every entry that must have one; what is not in the shape of a map is left alone."""
    for keys, letter in ((("stages",), "s"), (("stages", "touchpoints"), "t"), (("evidence",), "e")):
        taken = {entry.get("id") for _, entry in _entries(data, *keys) if isinstance(entry.get("id"), str)}
        free = (id for number in count(1) if (id := f"{letter}{number}") not in taken)
        ways = {way: next(free) for way, entry in _entries(data, *keys) if entry.get("id") is None}
        data = _given(data, ways)
    return data


def _given(data: Any, ids: dict[Way, str], way: Way = ()) -> Any:
    """A copy of `data` in which the entries at the keys of `ids` have those ids; `data` itself stays as it was."""
    if not ids:
        return data
    if isinstance(data, list):
        return [_given(each, ids, (*way, index)) for index, each in enumerate(data)]
    if not isinstance(data, dict):
        return data
    inside = {key: _given(each, ids, (*way, key)) if key in ("stages", "touchpoints", "evidence") else each
              for key, each in data.items()}  # fmt: skip
    return {"id": ids[way], **{key: each for key, each in inside.items() if key != "id"}} if way in ids else inside
