"""Writes cells: text as text, numbers as numbers, formulas with the value they have now. One look for every sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ...charts.fit import printable, text_width
from ...charts.tokens import NEUTRALS
from .sheet import Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ...document import ReportDocument
    from ...look import Look

Cell = str | float | int | None
LONGEST = 32_000
LONGEST_NAME = 31
FONTS = {"en": "Calibri", "zh-hans": "Microsoft YaHei", "zh-hant": "Microsoft JhengHei"}
READABLE = 230  # characters beside each other on a printed page
A4, A3 = 9, 8
HAIRLINE = {"bottom": 1, "bottom_color": NEUTRALS["line"]}  # under a cell
POINTS = 5.3  # of a column’s unit of width
HIGHEST = 400.0  # points: a spreadsheet takes 409


def said(text: str) -> str:
    """A text of ours inside a formula."""
    return '"' + text_of(text).replace('"', '""') + '"'


def text_of(text: str) -> str:
    """What a cell can hold: no control characters, no more than a spreadsheet takes."""
    return printable(text)[:LONGEST]


class Pen:
    """A workbook being written in the language and look of a report."""

    def __init__(self, book: Workbook, document: ReportDocument, look: Look) -> None:
        self.book, self.document, self.words = book, document, document.words
        self.accent = look.accent or NEUTRALS["accent"]
        self.author = look.name or document.facts.prepared_by or document.words["made_with"]
        self.footer = look.footer or self.author
        self.font = FONTS[document.language]
        self.formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.sheets: dict[str, Worksheet] = {}

    def format(self, **wanted: Any) -> Format:
        """A format on top of the common ones, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self.formats:
            common = {"font_name": self.font, "font_size": 10, "font_color": NEUTRALS["ink"], "valign": "top"}
            self.formats[key] = self.book.add_format(common | wanted)
        return self.formats[key]

    @property
    def head(self) -> Format:
        return self.head_with()

    def head_with(self, **wanted: Any) -> Format:
        """The look of heads, changed in something."""
        common = {"bold": True, "bg_color": self.accent, "font_color": "#FFFFFF", "text_wrap": True}
        return self.format(**(common | {"valign": "vcenter"} | wanted))

    @property
    def body(self) -> Format:
        return self.format(text_wrap=True, **HAIRLINE)

    @property
    def number(self) -> Format:
        return self.format(num_format="0.00", **HAIRLINE)

    @property
    def small(self) -> Format:
        return self.format(font_size=9, font_color=NEUTRALS["ink-3"], text_wrap=True)

    def sheet(self, name: str, portrait: bool = False, repeat: int | None = None, paper: int = A4) -> Worksheet:
        """A new sheet of this name, set up for print; `repeat` is the last row of its head."""
        sheet = self.book.add_worksheet(self._free(name), Sheet)
        sheet.hide_gridlines(2)
        if not portrait:
            sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.set_margins(0.5, 0.5, 0.7, 0.7)
        sheet.fit_to_pages(1, 0)
        if repeat is not None:
            sheet.repeat_rows(0, repeat)
        company = self.document.company.replace("&", "&&")[:80]
        sheet.set_header(f"&L&8{company}&R&8&A")
        sheet.set_footer(f"&L&8{text_of(self.footer).replace('&', '&&')[:120]}&R&8&P / &N")
        self.sheets[sheet.get_name()] = sheet
        return sheet

    def in_breadth(self, sheet: Worksheet, fixed: Sequence[float], people: int, person: float) -> None:
        """Columns of people print on as many pages side by side as can be read, each with the fixed columns."""
        a_page = int((READABLE - sum(fixed)) // person)
        sheet.fit_to_pages(max(1, -(-people // a_page)), 0)
        sheet.repeat_columns(0, len(fixed) - 1)

    def _free(self, name: str) -> str:
        """The name as a sheet may bear it, and no other sheet does."""
        plain = re.sub(r"[\[\]:*?/\\']", " ", text_of(name)).strip()[:LONGEST_NAME] or "1"
        taken = {each.casefold() for each in self.sheets}
        free, number = plain, 1
        while free.casefold() in taken:
            number += 1
            free = f"{plain[: LONGEST_NAME - 3]} {number}"
        return free

    def write(self, sheet: Worksheet, row: int, column: int, cell: Cell, look: Format | None = None) -> None:
        """One cell, by its kind. A missing number stays empty: it is not zero."""
        if cell is None:
            if look is not None:
                sheet.write_blank(row, column, None, look)
        elif isinstance(cell, str):
            sheet.write_string(row, column, text_of(cell), look or self.body)
        else:
            sheet.write_number(row, column, cell, look or self.number)

    def across(self, sheet: Worksheet, row: int, first: int, last: int, text: str, look: Format) -> None:
        """A text over several columns, both ends included; one column is a plain cell."""
        if first != last:
            sheet.merge_range(row, first, row, last, "", look)
        sheet.write_string(row, first, text_of(text), look)

    def formula(self, sheet: Worksheet, place: str, formula: str, value: Cell, look: Format | None = None) -> None:
        """A formula of ours and what it makes of the answers as they are; None shows as an empty text."""
        sheet.write_formula(place, formula, look or self.number, "" if value is None else value)

    def opening(self, sheet: Worksheet, about: str) -> None:
        """The sheet’s name over it, and what it is in a line."""
        self.write(sheet, 0, 0, sheet.get_name(), self.format(font_size=14, bold=True))
        self.write(sheet, 1, 0, about, self.format(font_size=9, font_color=NEUTRALS["ink-3"]))
        sheet.set_row(0, 24)
        sheet.set_row(1, 18)

    def fit(self, sheet: Worksheet, row: int, cells: Iterable[Cell], widths: Sequence[float], size: float = 10) -> None:
        """Makes a row as high as its longest cell: not every program does so by itself."""
        lines = max((_lines(each, width, size) for each, width in zip(cells, widths, strict=False)), default=1)
        sheet.set_row(row, min(HIGHEST, lines * size * 1.36 + 4))

    def heads(
        self, sheet: Worksheet, row: int, titles: tuple[str, ...], widths: tuple[float, ...], numbers: int = 99
    ) -> None:
        """The heads of a table’s columns, and their widths; from the column `numbers` on they stand over numbers."""
        right = self.head_with(align="right")
        for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
            sheet.set_column(column, column, width)
            self.write(sheet, row, column, title, right if column >= numbers else self.head)


def _lines(cell: Cell, width: float, size: float) -> int:
    """How many lines a cell of this width needs, about."""
    if not isinstance(cell, str):
        return 1
    room = max(1.0, width - 1) * POINTS
    return sum(max(1, -(-int(text_width(each, size) * 1.08) // int(room))) for each in cell[:4000].split("\n"))
