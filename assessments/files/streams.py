"""Tables read line by line, however long they are: encoding and separator are told from the file itself."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import BinaryIO

from django.utils.translation import gettext as _

from .encodings import BOMS, chinese
from .problems import Place, Problems
from .tables import HEADER_WITHIN, indexes, named

SAMPLE = 1 << 18
CHUNK = 1 << 20
HEAD = 20_000
SEPARATORS = ",;\t"
Line = tuple[int, list[str]]  # the number of a row, counted as spreadsheets do, and its cells


@dataclass(frozen=True, slots=True)
class Stream:
    """A table being read: the cells of its header, the index of each column we know, and the rows below."""

    place: Place
    header: Sequence[str]
    columns: Mapping[str, int]
    rows: Iterator[Line]


def encoding_of(file: BinaryIO) -> str | None:
    """The encoding of a file, left at its beginning; None where it cannot be told for certain."""
    start = file.read(4)
    file.seek(0)
    for mark, encoding in BOMS:
        if start.startswith(mark):
            return encoding
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", True)
        return "utf-8"
    except UnicodeDecodeError:
        file.seek(0)
        telling = bytearray()
        for line in file:
            if not line.isascii():
                telling += line
            if len(telling) > SAMPLE:
                break
        return chinese(bytes(telling))
    finally:
        file.seek(0)


def open_stream(file: BinaryIO, place: Place, names: Mapping[str, str], problems: Problems) -> Stream | None:
    """The table in `file`, whose `names` say which column a header means (as `plain` words). None after a problem.

    The header is the first line that names a column, or else the first that is not empty.
    """
    encoding = encoding_of(file)
    if encoding is None:
        message = _(
            "We cannot read this file as a table, or tell its encoding. Save the table as “CSV UTF-8” and try again."
        )
        problems.add(place, message)
        return None
    separator = _separator(file.read(HEAD).decode(encoding, "replace"), names)
    file.seek(0)
    rows = _rows(io.TextIOWrapper(file, encoding, newline=""), separator, place, problems)
    first = [(number, cells) for number, cells in islice(rows, HEADER_WITHIN) if any(map(str.strip, cells))]
    if not first:
        if not problems.refusal().problems:
            problems.add(place, _("The file is empty."))
        return None
    at = next((index for index, (_number, cells) in enumerate(first) if named(cells, names)), 0)
    number, header = first[at]
    columns = indexes(named(header, names), replace(place, row=number), header.__getitem__, problems)
    return Stream(place, header, columns, chain(first[at + 1 :], rows))


def _separator(sample: str, names: Mapping[str, str]) -> str:
    lines = [line for line in sample.replace("\0", "").splitlines() if line.strip()]
    if lines and lines[0].startswith("sep=") and lines[0][4:5] in SEPARATORS:
        return lines[0][4:5] or ","

    def known(separator: str) -> int:
        return max(
            (len(named([cell.strip(' "') for cell in line.split(separator)], names)) for line in lines), default=0
        )

    return max(SEPARATORS, key=known)


def _rows(text: io.TextIOWrapper, separator: str, place: Place, problems: Problems) -> Iterator[Line]:
    number = 0
    try:
        for cells in csv.reader((line.replace("\0", "") for line in text), delimiter=separator, strict=True):
            number += 1
            yield number, cells
    except csv.Error:
        message = _("From here on quotes are not closed or not doubled, or a cell is far too long.")
        problems.add(replace(place, row=number + 1), message)
    except UnicodeDecodeError:
        message = _("From here on the file is in another encoding. Save it as “CSV UTF-8” and try again.")
        problems.add(replace(place, row=number + 1), message)
