"""The columns of a file: what they are called, what stands in them first, and what they probably hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice

from ..files.tables import as_text
from ..files.text import one_line, shorten
from . import limits
from .csv_rows import Line
from .faults import UnreadableError
from .presets import PRESETS, preset_of
from .roles import MEASURED, SINGLE, likely_role

WITHIN = 60
SAMPLES = 3
GENERIC = {"Response", "Open-Ended Response", ""}


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a name or anything in it; `name` is one line, `samples` its first values, `role` the likely one."""

    index: int
    name: str
    samples: tuple[str, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first rows of a file tell. Rows with answers are those whose number is above `last`."""

    last: int
    columns: tuple[Column, ...]
    preset: str

    @property
    def key(self) -> str:
        """The same for every file with the same columns."""
        names = [[each.index, each.name] for each in self.columns]
        return hashlib.sha256(json.dumps(names, ensure_ascii=False).encode()).hexdigest()

    def kept(self) -> list[dict[str, object]]:
        """The columns as plain values."""
        return [asdict(each) for each in self.columns]


def header_of(rows: Iterable[Line]) -> Header:
    """The header among the first rows: the first that names two columns, or else the first. Raises UnreadableError."""
    lines = [(number, [one_line(as_text(cell)) for cell in cells]) for number, cells in islice(rows, WITHIN)]
    at = next((index for index, (_number, cells) in enumerate(lines) if sum(map(bool, cells)) > 1), 0)
    if len(lines) < at + 2:
        raise UnreadableError("no-table")
    preset = preset_of(lines[at][1])
    names, skipped = _names(preset, [cells for _number, cells in lines[at:]])
    below = [cells for _number, cells in lines[at + 1 + skipped :]]
    if not below:
        raise UnreadableError("no-table")
    return Header(lines[at + skipped][0], _columns(names, below, preset), preset)


def _names(preset: str, lines: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """What the columns are called, and how many further lines of names some tools write."""
    names = list(lines[0])
    if preset == "qualtrics":
        skipped = 0
        if _cell(lines[1], names.index("StartDate")) == "Start Date":
            skipped = 1
        if len(lines) > 2 and any(cell.startswith('{"ImportId"') for cell in lines[2]):
            skipped = 2
        return [_both(name, _cell(lines[1], index) if skipped else "") for index, name in enumerate(names)], skipped
    if preset == "surveymonkey" and not _cell(lines[1], names.index("Respondent ID")):
        wide = max(len(names), len(lines[1]))
        names = [_cell(names, index) for index in range(wide)]
        for index in range(1, wide):
            names[index] = names[index] or names[index - 1]  # a question of several columns is named once
        return [
            name if _cell(lines[1], index) in GENERIC else f"{name} – {lines[1][index]}"
            for index, name in enumerate(names)
        ], 1
    return names, 0


def _both(name: str, question: str) -> str:
    known = PRESETS["qualtrics"]
    if not question or question == name or name in known.roles or name in known.idle:
        return name
    return f"{name}: {question}"


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def _columns(names: Sequence[str], below: Sequence[Sequence[str]], preset: str) -> tuple[Column, ...]:
    found: list[Column] = []
    taken: set[str] = set()
    known = PRESETS.get(preset)
    for index in range(max(len(names), *(len(cells) for cells in below))):
        name = shorten(_cell(names, index), 200)
        values = [value for cells in below if (value := _cell(cells, index))]
        if not name and not values:
            continue
        role = likely_role(name, values)
        if known:
            role = known.roles.get(name, "" if name in known.idle else role)
        if role in taken or (role in SINGLE and known and role in known.roles.values() and name not in known.roles):
            role = ""
        if role in SINGLE:
            taken.add(role)
        elif role in MEASURED:
            taken.update(each for each, what in MEASURED.items() if what[0] == MEASURED[role][0])
        found.append(Column(index, name, tuple(shorten(value, 80) for value in values[:SAMPLES]), role))
    if len(found) > limits.COLUMNS:
        raise UnreadableError("columns")
    return tuple(found)
