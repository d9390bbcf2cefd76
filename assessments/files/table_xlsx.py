"""A plain table as a workbook: a line of names, then the rows; no cell is ever a formula."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence

from .text import clean

Cell = str | float | int | datetime.date | None
SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDTH = 18


def table_xlsx(title: str, names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The workbook. Numbers and days are numbers and days, text is text whatever it begins with, None is empty."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - loaded where a file is asked for only

    target = io.BytesIO()
    with Workbook(target, dict(SETTINGS)) as book:
        sheet = book.add_worksheet(title[:31])
        bold, day = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.set_column(0, len(names) - 1, WIDTH)
        sheet.freeze_panes(1, 1)
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, bold)
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime.date):
                    sheet.write_datetime(line, column, datetime.datetime.combine(cell, datetime.time()), day)
                elif isinstance(cell, str):
                    sheet.write_string(line, column, clean(cell))
                elif cell is not None:
                    sheet.write_number(line, column, cell)
    return target.getvalue()
