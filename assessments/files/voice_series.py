"""The series of customers' answers as a file: CSV and XLSX with a row each, JSON as `manage.py voice` writes it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from ..voice.as_json import as_data
from ..voice.compare import Comparison
from ..voice.series import Series
from .table_xlsx import table_xlsx
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


def write_series(kind: str, series: Sequence[Series], comparisons: Iterable[Comparison], language: str) -> bytes:
    """The file of a kind (one of CONTENT_TYPES). Comparisons are in JSON only; empty cells are what JSON calls null."""
    data = as_data(series, comparisons)
    if kind == "json":
        return json.dumps(data, ensure_ascii=False, indent=1).encode()
    rows = [tuple(each[column] for column in COLUMNS) for each in data["series"]]
    return _csv(rows) if kind == "csv" else table_xlsx("series", COLUMNS, rows, language)


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Words as no spreadsheet takes for a formula; numbers as they are."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([guarded(clean(each)) if isinstance(each, str) else each for each in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
