"""The series of customers' answers as a file: CSV and XLSX with a row each, JSON as `manage.py voice` writes it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from ..voice.as_json import as_data
from ..voice.compare import Comparison
from ..voice.series import Series
from .text import clean, guarded

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
COLUMNS = (
    "measure", "variant", "scale_min", "scale_max", "touchpoint", "segment", "period", "n", "value", "mean", "low",
    "high", "method", "display",
)  # fmt: skip


def write_series(kind: str, series: Sequence[Series], comparisons: Iterable[Comparison]) -> bytes:
    """The file of a kind (one of CONTENT_TYPES). Comparisons are in JSON only; empty cells are what JSON calls null."""
    data = as_data(series, comparisons)
    if kind == "json":
        return json.dumps(data, ensure_ascii=False, indent=1).encode()
    rows = [COLUMNS, *_rows(data["series"])]
    return _csv(rows) if kind == "csv" else _xlsx(rows)


def _rows(series: Iterable[dict[str, object]]) -> Iterator[tuple[object, ...]]:
    for each in series:
        yield tuple(_cell(each[column]) for column in COLUMNS)


def _cell(value: object) -> object:
    """Words as no spreadsheet takes for a formula; numbers as they are."""
    if value is None:
        return ""
    return guarded(clean(value)) if isinstance(value, str) else value


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: Iterable[Sequence[object]]) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - loaded where a file is asked for only

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, options) as book:
        sheet = book.add_worksheet("series")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(COLUMNS) - 1, 12)
    return file.getvalue()
