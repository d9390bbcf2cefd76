"""Tables: a head that is repeated on every page, rows that stay whole, hairlines between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...document.table import Cell, Line
from .styles import INK, LINE
from .xml import Element, el, val

MARGINS = {"top": 50, "left": 0, "bottom": 50, "right": 130}  # twentieths of a point
AIR = 140  # the same, between a number at the right of its column and the words after it


class Span(NamedTuple):
    """A row of a single cell, as wide as the table: what belongs to the row above."""

    lines: tuple[Line, ...]


Row = Sequence[Cell] | Span


def grid(widths: Sequence[int], rows: Iterable[Element]) -> Element:
    """A table of finished rows; `widths` in twentieths of a point."""
    edge = {"w:val": "single", "w:space": "0"}
    borders = el(
        "w:tblBorders",
        {},
        el("w:top", {**edge, "w:sz": "8", "w:color": INK}),
        *(el(f"w:{side}", {**edge, "w:sz": "4", "w:color": LINE}) for side in ("bottom", "insideH")),
    )
    margins = el(
        "w:tblCellMar",
        {},
        *(el(f"w:{side}", {"w:w": str(size), "w:type": "dxa"}) for side, size in MARGINS.items()),
    )
    properties = el(
        "w:tblPr",
        {},
        el("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
        borders,
        el("w:tblLayout", {"w:type": "fixed"}),
        margins,
        el("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"}),
    )
    return el("w:tbl", {}, properties, el("w:tblGrid", {}, *(_column(each) for each in widths)), *rows)


def row(cells: Iterable[Element], *, head: bool = False, kept: bool = True) -> Element:
    """A row; a `head` is repeated on every page, a row that is `kept` together breaks over none."""
    properties = [el("w:cantSplit")] if kept else []
    properties += [el("w:tblHeader")] if head else []
    return el("w:tr", {}, el("w:trPr", {}, *properties) if properties else None, *cells)


def cell(width: int, paragraphs: Iterable[Element], span: int = 1, *, apart: bool = False) -> Element:
    """A cell with its paragraphs; one that stands `apart` begins with air, since the one before it ends in a number."""
    air = el("w:tcMar", {}, el("w:left", {"w:w": str(AIR), "w:type": "dxa"})) if apart else None
    return el(
        "w:tc",
        {},
        el(
            "w:tcPr",
            {},
            el("w:tcW", {"w:w": str(width), "w:type": "dxa"}),
            val("w:gridSpan", str(span)) if span > 1 else None,
            air,
        ),
        *paragraphs,
    )


def _column(width: int) -> Element:
    return el("w:gridCol", {"w:w": str(width)})
