"""Journey maps from files: JSON (`cx-journey/1`) or a table as CSV, checked whole, with what is wrong in words."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from ..journey.faults import Fault, MapFaults
from ..journey.map import JourneyMap
from ..journey.reading import read as read_map
from ..journey.tables_reading import read_table
from . import limits
from .encodings import decode
from .json_tree import NotJson, Pairs, parse, path
from .problems import UNSAID, FileProblems, Place, Problems
from .refusals import no_encoding, open_quotes


def read_journey(name: str, data: bytes) -> JourneyMap:
    """The map in a file. What begins with a brace or a bracket is JSON, everything else a table.

    Raises FileProblems with everything that is wrong.
    """
    problems = Problems()
    place = Place(name)
    if len(data) > limits.FILE_BYTES:
        most = limits.FILE_BYTES // 1024 // 1024
        problems.add(place, _("The file is larger than %(most)d MB.") % {"most": most})
        problems.raise_any()
    if data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in (b"{", b"["):
        return _from_json(data, place, problems)
    return _from_table(data, place, problems)


def _from_json(data: bytes, place: Place, problems: Problems) -> JourneyMap:
    tree = parse(data, place, problems)
    problems.raise_any()
    try:
        _noted(tree, place, (), problems)
        result = read_map(tree)
    except MapFaults as error:
        _add(error, place, problems)
    except RecursionError:
        problems.add(place, _("The entries are nested too deeply."))
    problems.raise_any()
    return result


def _from_table(data: bytes, place: Place, problems: Problems) -> JourneyMap:
    text = decode(data)
    if text is None:
        problems.add(place, no_encoding())
        problems.raise_any()
    try:
        return read_table(text or "", PurePath(place.file).stem)
    except MapFaults as error:
        _add(error, place, problems)
        raise problems.refusal() from None


def _noted(tree: Any, place: Place, way: tuple[str | int, ...], problems: Problems) -> None:
    """Notes what a plain reader would lose: keys that stand twice, and numbers that are none."""
    if isinstance(tree, Pairs):
        for twice in tree.twice:
            message = _("This key occurs more than once in its object.")
            problems.add(Place(place.file, entry=path(*way, twice)), message, twice)
    if isinstance(tree, NotJson):
        problems.add(Place(place.file, entry=path(*way)), _("This is not a number."), tree)
    inside: list[tuple[str | int, Any]] = list(tree.items()) if isinstance(tree, dict) else []
    for key, each in inside or (enumerate(tree) if isinstance(tree, list) else ()):
        _noted(each, place, (*way, key), problems)


def _add(error: MapFaults, place: Place, problems: Problems) -> None:
    for fault in error.faults:
        if not isinstance(fault.found, NotJson):
            problems.add(_at(fault, place), fault_said(fault), *_found(fault))


def _at(fault: Fault, place: Place) -> Place:
    if fault.row is not None:
        return Place(place.file, row=fault.row, column=fault.place)
    return Place(place.file, entry="" if fault.place == "map" else fault.place)


def _found(fault: Fault) -> tuple[object, str]:
    return (UNSAID if fault.found is None else fault.found), fault.allowed.strip("()")


def fault_said(fault: Fault) -> str:
    """What is wrong, without its place, in the active language."""
    return {
        "missing": _("This is missing."),
        "unknown": _("This key is unknown."),
        "empty": _("This is empty."),
        "object": _("This is not a JSON object."),
        "list": _("This is not a JSON list."),
        "text": _("This is not a text."),
        "number": _("This is not a number."),
        "whole": _("This is not a whole number."),
        "yes-no": _("This is neither true nor false."),
        "day": _("This is not a day such as 2026-06-30."),
        "outside": _("This is outside the possible range."),
        "among": _("This is not one of the words we know."),
        "long": _("This text is too long."),
        "many": _("There are too many of these."),
        "twice": _("This occurs twice."),
        "table": _("This is not a journey map: neither JSON nor a table with a header we know."),
        "quotes": open_quotes(),
        "short": _("There are more entries here than in the column they belong to."),
    }[fault.kind]


__all__ = ["FileProblems", "fault_said", "read_journey"]
