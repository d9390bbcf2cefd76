"""Rows of a workbook, one after the other: of its first sheet with a table in it, hidden ones last."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain, islice
from typing import IO, BinaryIO
from xml.etree.ElementTree import Element, ParseError, fromstring

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from .csv_rows import Line
from .faults import UnreadableError
from .xlsx_parts import Texts, date_styles, elements, inspect, local, refuse_entities, text_of

# NotImplementedError is what zipfile raises for a compression it does not know.
BROKEN = (
    *(ParseError, zipfile.BadZipFile, zlib.error, EOFError),
    *(KeyError, IndexError, ValueError, OSError, NotImplementedError),
)


def xlsx_rows(file: BinaryIO) -> Iterator[Line]:
    """The rows that have anything in them, without the empty cells at their ends. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(file) as archive:
            inspect(archive)
            book = _Book(archive)
            with closing(book.texts):
                yield from book.rows()
    except UnreadableError:
        raise
    except RuntimeError:  # a part that is encrypted
        raise UnreadableError("old-excel") from None
    except BROKEN:
        raise UnreadableError("damaged") from None


class _Book:
    """The parts of a workbook that say what its cells mean."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        root = _root(archive, "_rels/.rels")
        where = next((each.get("Target", "") for each in root if each.get("Type", "").endswith("/officeDocument")), "")
        main = where.lstrip("/") or "xl/workbook.xml"
        self.folder = main.rpartition("/")[0]
        book = _root(archive, main)
        links = _root(archive, f"{self.folder}/_rels/{main.rpartition('/')[2]}.rels")
        self.parts = {each.get("Id"): self._path(each.get("Target", "")) for each in links}
        kinds = {each.get("Type", "").rpartition("/")[2]: self._path(each.get("Target", "")) for each in links}
        sheets = [each for each in book.iter() if local(each) == "sheet"]
        sheets.sort(key=lambda each: each.get("state", "visible") != "visible")
        self.sheets = [self.parts[_link(each)] for each in sheets]
        old = any(each.get("date1904") in ("1", "true") for each in book if local(each) == "workbookPr")
        self.epoch = CALENDAR_MAC_1904 if old else CALENDAR_WINDOWS_1900
        with _opened(archive, kinds.get("styles")) as source:
            self.dates = date_styles(source)
        with _opened(archive, kinds.get("sharedStrings")) as source:
            self.texts = Texts(source)

    def _path(self, target: str) -> str:
        return target.lstrip("/") if target.startswith("/") else f"{self.folder}/{target}".lstrip("/")

    def rows(self) -> Iterator[Line]:
        """Those of the first sheet that has two rows at least, or else of the first that has any."""
        single: list[Line] = []
        for path in self.sheets:
            with self.archive.open(path) as source:
                rows = self._rows(source)
                first = list(islice(rows, 2))
                if len(first) == 2:
                    yield from chain(first, rows)
                    return
                single = single or first
        yield from single

    def _rows(self, source: IO[bytes]) -> Iterator[Line]:
        number = 0
        for row in elements(source, "row"):
            number = int(row.get("r", number + 1))
            cells: list[object] = []
            for cell in row:
                value = self._value(cell)
                if value is None or value == "":
                    continue
                at = _column(cell.get("r", "")) if cell.get("r") else len(cells)
                cells.extend([None] * (at + 1 - len(cells)))
                cells[at] = value  # by its name: some programs write the cells of a row in any order
            if cells:
                yield number, cells

    def _value(self, cell: Element) -> object:
        """What stands in a cell: text, a number, a date; `=` for a formula that nobody has worked out."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return text_of(cell[0]) if len(cell) else ""
        text, formula = None, False
        for each in cell:
            if each.tag.endswith("}v"):
                text = each.text
            formula = formula or each.tag.endswith("}f")
        if text is None:
            return "=" if formula else None
        if kind == "s":
            return self.texts.at(int(text))
        if kind != "n":
            return text
        number = float(text)
        if self.dates and int(cell.get("s", "0")) in self.dates:
            try:
                return from_excel(number, self.epoch)
            except (ValueError, OverflowError):
                return text
        return int(number) if number.is_integer() else number


def _column(reference: str) -> int:
    index = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        index = index * 26 + ord(letter) - 64
    if not 0 < index <= 16_384:
        raise ValueError(reference)
    return index - 1


def _link(sheet: Element) -> str | None:
    return next((value for key, value in sheet.items() if key.endswith("}id")), None)


def _root(archive: zipfile.ZipFile, name: str) -> Element:
    with archive.open(name) as part:
        xml = part.read(1024 * 1024)
    refuse_entities(xml)
    return fromstring(xml)  # noqa: S314 - so it declares no entities


@contextmanager
def _opened(archive: zipfile.ZipFile, name: str | None) -> Iterator[IO[bytes] | None]:
    """A part that a workbook may have or not."""
    if name is None or name not in archive.namelist():
        yield None
        return
    with archive.open(name) as source:
        yield source
