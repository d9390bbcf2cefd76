"""Tables read line by line, however long they are: encoding and separator are told from the file itself."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import BinaryIO

from django.utils.translation import gettext as _

from .encodings import BOMS, chinese
from .problems import Place, Problems
from .refusals import no_encoding, open_quotes, other_encoding
from .tables import HEADER_WITHIN, indexes, named

SAMPLE = 1 << 18
CHUNK = 1 << 20
LONGEST = 1 << 20  # letters of a line: what has no end would fill the memory
HEAD = 20_000
SEPARATORS = ",;\t"
SAID = re.compile(rf"sep=([{SEPARATORS}])\r?\n")  # a line for spreadsheets, which neither show nor count it
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
        while line := file.readline(CHUNK):
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
        problems.add(place, no_encoding())
        return None
    sample = file.read(HEAD).decode(encoding, "replace").replace("\0", "")
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, newline="")
    if said := SAID.match(sample):
        text.readline()
    rows = _rows(text, said[1] if said else _separator(sample, names), place, problems)
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
    lines = [line for line in sample.splitlines() if line.strip()]

    def known(separator: str) -> int:
        return max(
            (len(named([cell.strip(' "') for cell in line.split(separator)], names)) for line in lines), default=0
        )

    return max(SEPARATORS, key=known)


def _rows(text: io.TextIOWrapper, separator: str, place: Place, problems: Problems) -> Iterator[Line]:
    number = 0
    try:
        for cells in csv.reader(_lines(text), delimiter=separator, strict=True):
            number += 1
            yield number, cells
    except csv.Error:
        problems.add(replace(place, row=number + 1), open_quotes())
    except UnicodeDecodeError:
        problems.add(replace(place, row=number + 1), other_encoding())


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(LONGEST + 1):
        if len(line) > LONGEST:
            raise csv.Error
        yield line.replace("\0", "")
