"""A table of a file as rows that know their places: what a CSV file and the sheets of a workbook have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from .problems import Place, Problems
from .text import plain

HEADER_WITHIN = 30
Cells = Sequence[object]
Named = list[tuple[str, int]]  # columns by name and index, in the order of a line


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a value we could read; `message` says why, `text` is what stands there."""

    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: Cells
    table: Table
    number: int

    def has(self, column: str) -> bool:
        """Whether the table has this column at all."""
        return column in self.table.columns

    def place(self, column: str = "") -> Place:
        """The row, or one of its cells."""
        shown = self.table.letter(self.table.columns[column]) if column in self.table.columns else ""
        return replace(self.table.place, row=self.number, column=shown)

    def raw(self, column: str) -> object:
        """The cell as the file has it; None where there is none."""
        index = self.table.columns.get(column)
        return self.cells[index] if index is not None and index < len(self.cells) else None

    def text(self, column: str, problems: Problems) -> str:
        """The cell as text; "" after noting a cell that has no value we could read."""
        value = self.raw(column)
        if isinstance(value, Fault):
            problems.add(self.place(column), value.message, value.text, _("a typed value"))
            return ""
        return as_text(value)

    def says(self, *columns: str) -> bool:
        """Whether one of these cells has something in it."""
        return any(as_text(self.raw(column)).strip() for column in columns)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header: `columns` gives the index of each column we know, `letter` the name of one for people."""

    place: Place
    columns: Mapping[str, int]
    first: int
    lines: Sequence[Cells]
    letter: Callable[[int], str]

    def rows(self) -> Iterator[Row]:
        """The rows under the header that have anything in them, numbered from one as spreadsheets do."""
        for index in range(self.first, len(self.lines)):
            if any(cell not in (None, "") for cell in self.lines[index]):
                yield Row(self.lines[index], self, index + 1)


def as_text(value: object) -> str:
    """A cell as a person reads it: 2.0 is 2, a date is YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, Fault):
        return value.text
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute or value.second) else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def named(line: Cells, names: Mapping[str, str]) -> Named:
    """The columns a header line names, with their index, in order; a column may be named twice."""
    found = ((names.get(plain(as_text(cell))), index) for index, cell in enumerate(line) if isinstance(cell, str))
    return [(column, index) for column, index in found if column]


def headed(lines: Sequence[Named], needed: set[str]) -> tuple[Named, int] | None:
    """The columns of a table that has all of `needed`, and the index of its first row; None where there is no header.

    `lines` are what each of its first lines names. Our workbooks have two headers, a hidden one of keys and one for
    people: the first decides, the second adds what is lost in the first, rows follow the last.
    """
    columns: Named = []
    last = 0
    for index, found in enumerate(lines):
        if needed <= {column for column, _index in found}:
            there, taken = {column for column, _index in columns}, {at for _column, at in columns}
            columns += [(column, at) for column, at in found if not columns or not (column in there or at in taken)]
            last = index
    return (columns, last + 1) if columns else None


def indexes(columns: Named, line: Place, letter: Callable[[int], str], problems: Problems) -> dict[str, int]:
    """The index of each column; notes those that are there twice."""
    result: dict[str, int] = {}
    for column, index in columns:
        if column in result:
            message = _("There are two columns for “%(column)s”: %(first)s and %(second)s.")
            values = {"column": column, "first": letter(result[column]), "second": letter(index)}
            problems.add(line, message % values, allowed=_("each column once"))
        result.setdefault(column, index)
    return result
