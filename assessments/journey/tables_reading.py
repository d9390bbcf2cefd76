"""A journey map from a table: each row becomes a touchpoint of the JSON form, which is then read like any other map."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .cells import YES, number, split, unguarded
from .faults import Fault, MapFaults
from .map import SCHEMA, JourneyMap
from .reading import read
from .tables import COLUMNS, SCALE

NEEDED = ("stage", "touchpoint")
DELIMITERS = ";,\t"
LARGEST = 2_000
Row = dict[str, str]
PARALLEL = {"severity": "pain", "frequency": "pain", "metric_value": "metric", "metric_n": "metric",
            "practice": "opportunity", "due": "opportunity", "status": "opportunity"}  # fmt: skip
FIELDS = {  # the end of a place in the JSON form, and the column it came from
    "name": "touchpoint", "actions": "action", "thoughts": "thought", "needs": "need", "emotion.value": "emotion",
    "emotion.basis": "emotion_basis", "emotion.n": "emotion_n", "pains": "pain", "pains.text": "pain",
    "pains.severity": "severity", "pains.frequency": "frequency", "metrics": "metric", "metrics.id": "metric",
    "metrics.value": "metric_value", "metrics.n": "metric_n", "inside.owner": "owner", "inside.process": "process",
    "trust.factor": "trust_factor", "trust.effect": "trust_effect", "mistakes": "mistake",
    "opportunities": "opportunity", "opportunities.text": "opportunity", "opportunities.practice": "practice",
    "opportunities.due": "due", "opportunities.status": "status",
}  # fmt: skip
IN_ROW = re.compile(r"stages\[(\d+)\](?:\.touchpoints\[(\d+)\])?\.?(.*)")


def read_table(text: str, title: str = "") -> JourneyMap:
    """The map in a table separated by semicolons, commas or tabs. A row without a stage belongs to the one above.

    Raises MapFaults with every fault, its row and its column.
    """
    lines = _lines(text.removeprefix("\ufeff"))
    columns = _columns(lines[0])
    stages: list[dict[str, Any]] = []
    rows: list[list[int]] = []
    faults = []
    scales: dict[str, int] = {}  # and the row of each
    for place, line in enumerate(lines[1:], start=2):
        cells = {column: unguarded(cell).strip() for column, cell in zip(columns, line, strict=False)}
        if any(cell.strip() for cell in line[len(columns) :]):
            faults.append(Fault("", "many", allowed=f"(at most {len(columns)})", row=place))
        if said := cells.pop(SCALE, ""):
            scales.setdefault(said, place)
        if any(cells.values()):
            faults += _take(cells, place, stages, rows)
    try:
        scale = {SCALE: number(next(iter(scales)))} if scales else {}
        result = read({"schema": SCHEMA, "title": title, **scale, "stages": stages})
    except MapFaults as error:
        faults += [_in_table(fault, rows, scales) for fault in error.faults]
    faults += [Fault(SCALE, "among", each, next(iter(scales)), row) for each, row in list(scales.items())[1:]]
    if faults:
        raise MapFaults(sorted(faults, key=lambda each: each.row or 0))
    return result


def _lines(text: str) -> list[list[str]]:
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter, strict=True)
    lines: list[list[str]] = []
    try:
        for line in reader:
            lines.append(line)
            if len(lines) > LARGEST:
                raise MapFaults([Fault("", "many", allowed=f"(at most {LARGEST})", row=LARGEST + 1)])
    except csv.Error:
        raise MapFaults([Fault("", "quotes", row=len(lines) + 1)]) from None
    if not any(cell.strip() for line in lines for cell in line):
        raise MapFaults([Fault("", "empty", row=1)])
    return lines


def _columns(header: Sequence[str]) -> list[str]:
    """The names of the columns, in the order of the file."""
    names = [cell.strip().casefold() for cell in header]
    while names and not names[-1]:
        names.pop()
    if not set(names) & set(COLUMNS):
        raise MapFaults([Fault("", "table", allowed=", ".join(COLUMNS), row=1)])
    known = (*COLUMNS, SCALE)
    faults = [Fault(each, "unknown", allowed=", ".join(COLUMNS), row=1) for each in names if each not in known]
    faults += [Fault(each, "missing", row=1) for each in NEEDED if each not in names]
    faults += [Fault(each, "twice", row=1) for each in dict.fromkeys(names) if names.count(each) > 1]
    if faults:
        raise MapFaults(faults)
    return names


def _take(cells: Row, row: int, stages: list[dict[str, Any]], rows: list[list[int]]) -> list[Fault]:
    """Adds a row to the stages; returns what only a table can have wrong."""
    name = cells.get("stage", "")
    if not stages or (name and name != stages[-1]["name"]):
        stages.append({"name": name, "touchpoints": []})
        rows.append([row])
    if not any(cell for column, cell in cells.items() if column != "stage"):
        return []
    stages[-1]["touchpoints"].append(_touchpoint(cells))
    rows[-1].append(row)
    return [
        Fault(column, "short", cells[column], row=row)
        for column, first in PARALLEL.items()
        if len(split(cells.get(column, ""))) > len(split(cells.get(first, "")))
    ]


def _touchpoint(cells: Row) -> dict[str, Any]:
    """The row in the JSON form; a key whose cell is empty, or whose column is not there, is left out."""
    said = {
        "channel": cells.get("channel"),
        "online": YES.get(cells.get("online", "").casefold(), cells.get("online") or None),
        "importance": number(cells.get("importance", "")),
        "actions": _texts(cells, "action"),
        "thoughts": _texts(cells, "thought"),
        "needs": _texts(cells, "need"),
        "emotion": _kept(
            value=number(cells.get("emotion", "")),
            basis=cells.get("emotion_basis"),
            n=number(cells.get("emotion_n", "")),
        ),
        "pains": _together(cells, text="pain", severity="severity", frequency="frequency"),
        "moment_of_truth": cells.get("moment_of_truth"),
        "goal": cells.get("goal"),
        "metrics": _together(cells, id="metric", value="metric_value", n="metric_n"),
        "inside": _kept(process=cells.get("process"), owner=cells.get("owner")),
        "trust": _kept(factor=cells.get("trust_factor"), effect=number(cells.get("trust_effect", ""))),
        "mistakes": _texts(cells, "mistake"),
        "opportunities": _together(cells, text="opportunity", practice="practice", due="due", status="status"),
    }
    return {"name": cells.get("touchpoint", ""), **_kept(**said)}


def _kept(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _texts(cells: Row, column: str) -> list[str]:
    return [each for each in split(cells.get(column, "")) if each]


def _together(cells: Row, **columns: str) -> list[dict[str, Any]]:
    """The entries of several columns that belong together; the first column says how many there are."""
    first = split(cells.get(next(iter(columns.values())), ""))
    lists = {key: split(cells.get(column, "")) for key, column in columns.items()}
    numbers = ("severity", "frequency", "value", "n")
    return [
        _kept(**{key: number(each[place]) if key in numbers else each[place]
                 for key, each in lists.items() if place < len(each)})
        for place in range(len(first))
    ]  # fmt: skip


def _in_table(fault: Fault, rows: Sequence[Sequence[int]], scales: dict[str, int]) -> Fault:
    """A fault of the JSON form at the row and column its value came from."""
    found = IN_ROW.fullmatch(fault.place)
    if found is None:
        return replace(fault, row=min(scales.values())) if fault.place == SCALE else replace(fault, place="", row=1)
    stage, touchpoint, rest = int(found[1]), found[2], re.sub(r"\[\d+\]", "", found[3])
    row = rows[stage][int(touchpoint) + 1 if touchpoint else 0]
    return replace(fault, place=FIELDS.get(rest, rest) if touchpoint else "stage", row=row)
