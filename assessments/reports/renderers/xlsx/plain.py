"""Plain tables, each on its sheet; the head row stays and repeats in print."""

from __future__ import annotations

from .pen import Pen
from .rows import write_rows
from .tables import tables


def write_tables(pen: Pen) -> None:
    """Every table of the document."""
    for name, widths, rows in tables(pen.document):
        sheet = pen.sheet(name, repeat=0)
        write_rows(pen, sheet, [row if isinstance(row, tuple) else tuple(row) for row in rows], widths)
        sheet.freeze_panes(1, 0)
