"""Rows of a plain table, and how they are written: heads, notes over all columns, and the rows between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...charts.tokens import NEUTRALS
from .pen import HAIRLINE, Cell, Pen

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Row = Sequence[Cell]  # of a single text: a note over all columns; empty: a gap


class Heads(tuple[Cell, ...]):
    """A row of heads below the first, which is one anyway."""


def write_rows(pen: Pen, sheet: Worksheet, rows: Sequence[Row], widths: Sequence[float]) -> None:
    """The rows from the top of the sheet on. Heads stand to the right where numbers stand below them."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for place, row in enumerate(rows):
        if len(row) == 1 and isinstance(row[0], str):
            _note(pen, sheet, place, row[0], widths)
        elif place == 0 or isinstance(row, Heads):
            _heads(pen, sheet, place, rows, widths)
        else:
            pen.fit(sheet, place, row, widths)
            for column, cell in enumerate(_filled(row, widths) if row else ()):
                pen.write(sheet, place, column, cell, _look(pen, column, cell))


def _note(pen: Pen, sheet: Worksheet, place: int, text: str, widths: Sequence[float]) -> None:
    look = pen.format(text_wrap=True, font_color=NEUTRALS["ink-2"])
    pen.fit(sheet, place, (text,), (sum(widths),))
    pen.across(sheet, place, 0, len(widths) - 1, text, look)


def _heads(pen: Pen, sheet: Worksheet, place: int, rows: Sequence[Row], widths: Sequence[float]) -> None:
    below: list[Row] = []
    for row in rows[place + 1 :]:
        if isinstance(row, Heads):
            break
        below.append(row)
    pen.fit(sheet, place, rows[place], widths)
    for column, title in enumerate(_filled(rows[place], widths)):
        kinds = {type(row[column]) for row in below if len(row) > max(1, column) and row[column] not in (None, "")}
        number = kinds and kinds <= {int, float}
        side: dict[str, Any] = {"align": "right"} if number else {"indent": int(column > 0)}
        pen.write(sheet, place, column, title, pen.head_with(**side))


def _filled(row: Row, widths: Sequence[float]) -> Row:
    return (*row, *[None] * (len(widths) - len(row)))


def _look(pen: Pen, column: int, cell: Cell) -> Format:
    """Whole numbers without decimals, large ones in groups of three digits; text a little apart from numbers."""
    if isinstance(cell, int | float):
        return pen.format(num_format="#,##0" if isinstance(cell, int) else "#,##0.00", **HAIRLINE)
    return pen.format(text_wrap=True, align="left", indent=int(column > 0), **HAIRLINE)
