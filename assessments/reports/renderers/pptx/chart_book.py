"""The workbook behind a chart: what is plotted in its first columns, the exact numbers and their bounds beside."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from xlsxwriter import Workbook

from .texts import clean


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading; None is an empty cell."""

    name: str
    values: Sequence[float | str | None]


def chart_book(categories: Column, columns: Sequence[Column], made_on: date) -> bytes:
    """A workbook with one sheet. Text is written as text, never as a formula; the same numbers give the same bytes."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as book:
        book.set_properties({"created": datetime.combine(made_on, time.min)})
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, len(columns), 16)
        for place, column in enumerate((categories, *columns)):
            sheet.write_string(0, place, clean(column.name, 255))
            for row, value in enumerate(column.values, start=1):
                if isinstance(value, str):
                    sheet.write_string(row, place, clean(value, 255))
                elif value is not None:
                    sheet.write_number(row, place, value)
    return target.getvalue()
