"""Any file of responses as rows; what it is, is told by its content first."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from ..files.reading import OLE, ZIP
from . import limits
from .csv_rows import Line, csv_rows
from .faults import UnreadableError

SAMPLE = 256 * 1024
DIMENSION = re.compile(rb'dimension ref="[A-Z]+\d+:[A-Z]+(\d+)"')


def rows_of(file: BinaryIO) -> Iterator[Line]:
    """The rows of a CSV file or a workbook, in bounded memory. Raises UnreadableError, at any row."""
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if not start:
        raise UnreadableError("empty")
    if start.startswith(OLE):
        raise UnreadableError("old-excel")
    last = 0
    for last, line in enumerate(_workbook_rows(file) if start.startswith(ZIP) else csv_rows(file), 1):
        if last > limits.ROWS:
            raise UnreadableError("rows", line[0])
        yield line
    if not last:
        raise UnreadableError("empty")


def _workbook_rows(file: BinaryIO) -> Iterator[Line]:
    from .xlsx_rows import xlsx_rows  # noqa: PLC0415 - the reader of workbooks weighs more than a page

    return xlsx_rows(file)


def about_rows(file: BinaryIO, size: int) -> int:
    """How many rows a file of `size` bytes probably has, for a progress bar; 0 where nothing says."""
    file.seek(0)
    start = file.read(SAMPLE)
    if not start.startswith(ZIP):
        return size * start.count(b"\n") // max(len(start), 1)
    try:
        with zipfile.ZipFile(file) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            heads = [archive.open(name).read(4096) for name in sheets]
    except Exception:  # a sheet that nobody reads may be damaged in any way, or encrypted; this is but an estimate
        return 0
    return max((int(found[1]) for head in heads if (found := DIMENSION.search(head))), default=0)
