"""A table as every form of the report places it: its columns, and rows of cells whose text is finished.

Tables are read off a section (`ValueSection.ranges`) instead of being kept in it: what a reader may not see is taken
from the section’s own rows (reports/audience.py), and milestones keep each text once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """A column: its title, its share of the table’s width, and whether it holds numbers."""

    title: str
    share: float
    number: bool = False


class Line(NamedTuple):
    """A line of a cell."""

    text: str
    bold: bool = False
    small: bool = False


Cell = str | Line | tuple[Line, ...]


class Table(NamedTuple):
    """`title` says what it shows. A row has a cell for each column, the first of which names it."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    title: str

    @property
    def heads(self) -> tuple[str, ...]:
        """The titles of its columns."""
        return tuple(each.title for each in self.columns)

    @property
    def placed(self) -> list[list[tuple[Column, tuple[Line, ...]]]]:
        """Every row with the lines of its cells beside their columns."""
        return [[*zip(self.columns, map(lines_of, row), strict=True)] for row in self.rows]


def lines_of(cell: Cell) -> tuple[Line, ...]:
    """The lines of a cell that say anything."""
    lines = (Line(cell),) if isinstance(cell, str) else (cell,) if isinstance(cell, Line) else cell
    return tuple(each for each in lines if each.text)
