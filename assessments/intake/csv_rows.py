"""Rows of a CSV file, one after the other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from statistics import median_low
from typing import BinaryIO

from ..files.streams import encoding_of
from ..files.text import unguarded
from . import limits
from .faults import UnreadableError

SEPARATORS = ",;\t|"
SAMPLE = 64 * 1024
LINES = 20
Line = tuple[int, list[object]]  # the number of a row, counted from one as spreadsheets do, and its cells


def csv_rows(file: BinaryIO) -> Iterator[Line]:
    """The rows that have anything in them, without the empty cells at their ends. Raises UnreadableError."""
    encoding = encoding_of(file)
    if encoding is None:
        raise UnreadableError("encoding")
    text = io.TextIOWrapper(file, encoding, newline="")
    number = 0
    try:
        separator = _separator(text)
        for cells in csv.reader(_lines(text), delimiter=separator, strict=True):
            number += 1
            if line := _filled(cells):
                yield number, line
    except csv.Error:
        raise UnreadableError("quotes", number + 1) from None
    except UnicodeError:
        raise UnreadableError("mixed", number + 1) from None
    finally:
        with suppress(ValueError):  # closed before we were through with it
            text.detach()  # whoever opened the file closes it


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(limits.LINE):
        if len(line) == limits.LINE:
            raise csv.Error("no end of line")
        yield line.replace("\0", "") if "\0" in line else line


def _filled(cells: list[str]) -> list[object]:
    while cells and not cells[-1].strip():
        cells.pop()
    return [unguarded(cell) if cell.startswith("'") else cell for cell in cells]


def _separator(text: io.TextIOWrapper) -> str:
    """What separates cells: what the file says, as Excel has it say, or else what makes most columns in most rows."""
    sample = text.read(SAMPLE).replace("\0", "")
    text.seek(0)
    if sample.startswith("sep=") and sample[4:5] in SEPARATORS:
        text.readline()
        return sample[4]

    def columns(separator: str) -> int:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        try:
            widths = [len(row) for row in islice(rows, LINES) if any(map(str.strip, row))]
        except csv.Error:
            return 0
        return median_low(widths) if widths else 0

    return max(SEPARATORS, key=columns)
