"""What the sheets of our workbook share: the book, its words, its drop-down lists, and how a sheet is set up."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ..content.schema import Framework
from .words import Lists
from .xlsx_style import Style

LISTS = "Lists"
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
NAME = 31
A4 = 9
SIZE = 10.5


@dataclass(slots=True)
class Paper:
    """The workbook that is being written. `ranges` tells where on the hidden sheet each drop-down list stands."""

    book: Workbook
    framework: Framework
    language: str
    lists: Lists
    headers: Mapping[str, str]
    style: Style
    ranges: dict[str, str] = field(default_factory=dict)

    def sheet(self, name: str, widths: Mapping[str, float], header: int, frozen: int) -> Worksheet:
        """A new sheet, protected against slips, not intent. Its header and first `frozen` columns stay in sight."""
        sheet = self.book.add_worksheet(sheet_name(name))
        for columns, width in widths.items():
            sheet.set_column(columns, width)
        sheet.hide_gridlines(2)
        if frozen:
            sheet.freeze_panes(header + 1, frozen)
        on_paper(sheet, header if frozen else None)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        return sheet

    def keys(self, sheet: Worksheet, line: int, columns: Mapping[int, str]) -> None:
        """The hidden header of keys, by which a filled-in workbook is read whatever its language."""
        for column, key in columns.items():
            sheet.write_string(line, column, key, self.style.key)
        sheet.set_row(line, None, None, {"hidden": True})

    def choose(self, sheet: Worksheet, line: int, column: int, name: str, last: int | None = None) -> None:
        """A drop-down list in a cell, or in all cells down to line `last`."""
        rule: dict[str, Any] = {
            "validate": "list",
            "source": self.ranges[name],
            "error_title": _("Not in the list"),
            "error_message": _("Please choose an entry of the list."),
        }
        sheet.data_validation(line, column, line if last is None else last, column, rule)

    def at_most(self, sheet: Worksheet, line: int, column: int, most: int, last: int | None = None) -> None:
        """A limit to the length of a text."""
        rule: dict[str, Any] = {
            "validate": "length",
            "criteria": "<=",
            "value": most,
            "error_title": _("Too long"),
            "error_message": _("This cell takes at most %(count)d characters.") % {"count": most},
        }
        sheet.data_validation(line, column, line if last is None else last, column, rule)

    def write_lists(self) -> None:
        """The hidden sheet with the entries of the drop-down lists, and the code of each for the reader."""
        sheet = self.book.add_worksheet(LISTS)
        sheet.hide()
        for line, cells in enumerate(self._entries()):
            for column, text in enumerate(cells):
                sheet.write_string(line, column, text)

    def place_lists(self) -> None:
        """Works out where each list will stand, since the sheet itself comes last."""
        line = 2
        for name, texts in self.lists.items():
            self.ranges[name] = f"={LISTS}!$C${line}:$C${line + len(texts) - 1}"
            line += len(texts)

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        yield "list", "code", "text"
        for name, texts in self.lists.items():
            for code, text in texts.items():
                yield name, code, text


def on_paper(sheet: Worksheet, header: int | None = 0) -> None:
    """How a sheet prints: as broad as a page, with its header on each, its name and the number of the page."""
    if header is not None:
        sheet.repeat_rows(header)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8&P / &N")


def height(cells: Iterable[tuple[str, float, float]]) -> float:
    """The height a row needs for cells of text, width and size of letters: not every program works it out itself."""
    return min(
        max((_lines(text, width * SIZE / size) * size * 1.36 for text, width, size in cells), default=0) + 6, 400
    )


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column so many digits wide."""
    return sum(max(1, math.ceil(columns_of(line) / width)) for line in text.split("\n"))


def columns_of(text: str) -> float:
    """How broad a text is, in digits."""
    return sum(2.05 if unicodedata.east_asian_width(letter) in "WF" else 0.95 for letter in text)


def sheet_name(text: str) -> str:
    """`text` as a sheet may be called: no forbidden characters, at most 31 characters."""
    return FORBIDDEN.sub(" ", text).strip("' ")[:NAME].rstrip("' ")
