"""What a workbook from a stranger is made of: its parts looked at before any is read, its texts kept on disk."""

from __future__ import annotations

import re
import tempfile
import zipfile
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, Any, BinaryIO
from xml.etree.ElementTree import Element, iterparse

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.escape import unescape

from ..files.workbook import OTHER_KINDS
from . import limits
from .faults import UnreadableError

DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)")
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
PROLOG = 64 * 1024
LONGEST_MARK = 64  # bytes in which the mark of a declaration stands, whatever the encoding
ASIAN_DATES = {*range(27, 37), *range(50, 59)}  # formats of dates that only East Asian spreadsheets number


def inspect(archive: zipfile.ZipFile) -> None:
    """Refuses what is too large, locked or of another kind, before any of it is unpacked. Raises UnreadableError."""
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if "content.xml" in names and "mimetype" in names:
        raise UnreadableError("open-document")
    unfit = "[Content_Types].xml" not in names or len(names) < len(entries) or names & OTHER_KINDS
    if unfit or len(entries) > limits.PARTS:
        raise UnreadableError("not-xlsx")
    if any(entry.compress_type not in PACKED for entry in entries):
        raise UnreadableError("damaged")  # no spreadsheet program packs in other ways, which break in other ways
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.UNPACKED_BYTES or unpacked > 10 * PROLOG + limits.RATIO * packed:
        raise UnreadableError("unpacked")


def refuse_entities(xml: bytes) -> None:
    """Raises UnreadableError where a document type is declared, without which there are no entities."""
    if DECLARES.search(xml.replace(b"\0", b"")):  # UTF-16 puts zeros between letters
        raise UnreadableError("entities")


def local(node: Element) -> str:
    """The name of an element without its namespace."""
    return node.tag.rpartition("}")[2]


class _Measured:
    """A part that is read in pieces; `since` is how many bytes have come since somebody last set it to nothing.

    Nothing can be declared any more once its root is `open`.
    """

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._last, self.since, self.open = source, b"", 0, False

    def read(self, size: int = -1) -> bytes:
        """The next piece; raises UnreadableError where what it belongs to is longer than any row."""
        if self.since > limits.ELEMENT_BYTES:
            raise UnreadableError("unpacked")
        piece = self._source.read(size)
        self.since += len(piece)
        if not self.open:
            refuse_entities(self._last + piece)
            self._last = piece[-LONGEST_MARK:]
        return piece


def elements(source: IO[bytes], *wanted: str) -> Iterator[Element]:
    """The elements of these names, each whole and then forgotten, as is all that stands between them.

    So a part of any length takes no memory. Raises UnreadableError for a single element that would.
    """
    path: list[Element] = []
    within = 0  # how deep the wanted element lies that is being read; 0 between them
    part = _Measured(source)
    for event, node in iterparse(part, ("start", "end")):  # noqa: S314 - a part that declares entities is refused
        if event == "start":
            part.open = True
            path.append(node)
            if not within and node.tag.endswith(wanted) and local(node) in wanted:
                within = len(path)
            continue
        path.pop()
        if len(path) < within:
            within = 0
            yield node
        if not within:
            part.since = 0
            if path:
                path[-1].clear()


class Texts:
    """The shared texts of a workbook: on disk, since there may be a million of them."""

    def __init__(self, source: IO[bytes] | None) -> None:
        self._file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115
        self._ends = array("Q", [0])
        self.at = lru_cache(10_000)(self._at)  # touchpoints and the like come again and again
        for node in elements(source, "si") if source else ():
            self._file.write(text_of(node).encode("utf-8", "replace"))
            self._ends.append(self._file.tell())

    def _at(self, index: int) -> str:
        self._file.seek(self._ends[index])
        return self._file.read(self._ends[index + 1] - self._ends[index]).decode()

    def close(self) -> None:
        """Forget them."""
        self._file.close()


def text_of(node: Element) -> str:
    """The text of an element with runs, without the reading aids of East Asian texts."""
    parts = [each.text or "" for each in node if local(each) == "t"]
    parts += [each.text or "" for run in node if local(run) == "r" for each in run if local(each) == "t"]
    return str(unescape("".join(parts)))


def date_styles(source: IO[bytes] | None) -> frozenset[int]:
    """The numbers of the cell styles that show a number as a date."""
    own: dict[int, str] = {}
    dates: list[int] = []
    formats: list[int] = []
    for node in elements(source, "numFmts", "cellXfs") if source else ():
        if local(node) == "cellXfs":
            formats = [int(each.get("numFmtId", "0")) for each in node]
        else:
            own |= {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in node}
    for style, number in enumerate(formats):
        code: Any = own.get(number, BUILTIN_FORMATS.get(number, ""))
        if (number in ASIAN_DATES and number not in own) or (code and is_date_format(code)):
            dates.append(style)
    return frozenset(dates)
