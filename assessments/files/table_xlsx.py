"""A plain table as a workbook: a line of names, then the rows; no cell is ever a formula."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .text import clean

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from .xlsx_style import TableStyle

Cell = str | float | int | datetime.date | None
SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
NARROWEST, WIDEST, BESIDE = 6.0, 44.0, 4.0  # of a column, in digits; what a cell takes beside its text


def table_xlsx(title: str, names: Sequence[str], rows: Iterable[Sequence[Cell]], language: str) -> bytes:
    """The workbook. Numbers and days are numbers and days, text is text whatever it begins with, None is empty.

    Columns are as wide as what stands in them, and all of them print on one page's breadth under their names.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - loaded where a file is asked for only

    from .xlsx_paper import on_paper, sheet_name  # noqa: PLC0415 - it loads XlsxWriter
    from .xlsx_style import table_style  # noqa: PLC0415 - it loads XlsxWriter

    target, lines = io.BytesIO(), list(rows)
    columns = [[row[at] for row in lines] for at in range(len(names))]
    widths = [_width(name, cells) for name, cells in zip(names, columns, strict=True)]
    with Workbook(target, dict(SETTINGS)) as book:
        sheet = book.add_worksheet(sheet_name(title))
        style = table_style(book, language)
        looks = [_numbers(cells, style) for cells in columns]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        _fit(sheet, 0, names, widths)
        for column, (name, look) in enumerate(zip(names, looks, strict=True)):
            sheet.write_string(0, column, name, style.header_of_numbers if look else style.header)
        for line, row in enumerate(lines, start=1):
            _fit(sheet, line, row, widths)
            for column, (cell, look) in enumerate(zip(row, looks, strict=True)):
                _write(sheet, line, column, cell, look or style.text, style.day)
        sheet.hide_gridlines(2)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(lines), 1), len(names) - 1)
        on_paper(sheet)
    return target.getvalue()


def _numbers(cells: Iterable[Cell], style: TableStyle) -> Format | None:
    """The look of a column of numbers: all with as many decimals, up to two. None where there are none."""
    found = [cell for cell in cells if isinstance(cell, (int, float))]
    if all(isinstance(cell, int) for cell in found):
        return style.number if found else None
    return style.tenths if all(round(cell, 1) == cell for cell in found) else style.hundredths


def _width(name: str, cells: Iterable[Cell]) -> float:
    """As wide as the widest cell, or the longest word of the name; what is wider than a column may be wraps."""
    from .xlsx_paper import columns_of  # noqa: PLC0415 - it loads XlsxWriter

    widest = max([*map(columns_of, name.split()), *(columns_of(_read(cell)) for cell in cells)], default=0.0)
    return min(WIDEST, max(NARROWEST, widest)) + BESIDE


def _fit(sheet: Worksheet, line: int, cells: Sequence[Cell], widths: Sequence[float]) -> None:
    """Makes a row as high as its cells need."""
    from .xlsx_paper import SIZE, height  # noqa: PLC0415 - it loads XlsxWriter

    texts = zip(map(_read, cells), widths, strict=True)
    sheet.set_row(line, height((text, width - BESIDE + 1, SIZE) for text, width in texts))


def _read(cell: Cell) -> str:
    """A cell as it is read."""
    return "" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def _write(sheet: Worksheet, line: int, column: int, cell: Cell, look: Format, day: Format) -> None:
    """One cell, by its kind."""
    if isinstance(cell, datetime.date):
        sheet.write_datetime(line, column, datetime.datetime.combine(cell, datetime.time()), day)
    elif isinstance(cell, str):
        sheet.write_string(line, column, clean(cell), look)
    elif cell is None:
        sheet.write_blank(line, column, None, look)
    else:
        sheet.write_number(line, column, cell, look)
