"""Opens a workbook from a stranger: checks what it would unpack to, and takes plain values out of it, nothing else."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast
from xml.etree.ElementTree import iterparse

from django.utils.translation import gettext as _
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHARED_STRINGS

from . import limits
from .problems import Place, Problems
from .refusals import damaged_workbook, entities_declared, open_document
from .tables import Cells, Fault

Range = tuple[int, int, int, int]
LARGE = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/", "xl/pivotCache/")
OTHER_KINDS = {"word/document.xml", "ppt/presentation.xml"}  # packed in the same way, and no workbooks
STRICT = b"http://purl.oclc.org/ooxml/"
DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)")
DECLARES_ONE = re.compile(rb"<!\s*ENTITY")  # drawings have a document type; nothing that we read needs an entity


@dataclass(frozen=True, slots=True)
class Sheet:
    """The values of one sheet, line by line, and its merged ranges (first column, first row, last column, last row).

    `hidden` is one that a spreadsheet program does not show.
    """

    title: str
    lines: list[Cells]
    merged: list[Range]
    hidden: bool = False


class WorkbookRefused(Exception):
    """A workbook that we do not open, with the reason for a person."""


def open_workbook(data: bytes, place: Place, problems: Problems) -> list[Sheet]:
    """The sheets of the workbook in `data`; none after noting a problem."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a workbook is nothing we read
            return list(_sheets(data))
    except WorkbookRefused as refusal:
        problems.add(place, str(refusal))
    except Exception:  # openpyxl meets a damaged workbook with any exception at all
        problems.add(place, damaged_workbook())
    return []


def _sheets(data: bytes) -> Iterator[Sheet]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _inspect(archive)
    reader = _Reader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.read()
    worksheets = reader.wb.worksheets
    paths = [sheet._worksheet_path for sheet in worksheets]
    if len(paths) > limits.SHEETS or len(set(paths)) < len(paths):
        raise WorkbookRefused(_("This workbook has more sheets than we read (%(most)d).") % {"most": limits.SHEETS})
    for sheet, path in zip(worksheets, paths, strict=True):
        lines: list[Cells] = [_line(row) for row in sheet.iter_rows(max_row=limits.ROWS, max_col=limits.COLUMNS)]
        merged = _oddities(reader.archive, path, sheet.title, lines)
        yield Sheet(sheet.title, lines, merged, sheet.sheet_state != "visible")


def _inspect(archive: zipfile.ZipFile) -> None:
    """Refuses what is too large, locked, of another kind, or plays tricks, before any of it is parsed."""
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if sum(entry.file_size for entry in entries) > limits.UNPACKED_BYTES:
        most = limits.UNPACKED_BYTES // 1024 // 1024
        raise WorkbookRefused(
            _("This workbook unpacks to more than %(most)d MB, which no questionnaire does.") % {"most": most}
        )
    if any(entry.file_size > limits.PART_BYTES and not entry.filename.startswith(LARGE) for entry in entries):
        raise WorkbookRefused(_("This workbook has far too many styles or names. Copy its sheets into a new workbook."))
    if "content.xml" in names and "mimetype" in names:
        raise WorkbookRefused(open_document())
    if "[Content_Types].xml" not in names or len(names) < len(entries) or names & OTHER_KINDS:
        message = _("This is not an XLSX workbook. Open the file in a spreadsheet program and save it as “.xlsx”.")
        raise WorkbookRefused(message)
    if "xl/workbook.xml" in names and STRICT in archive.read("xl/workbook.xml"):
        raise WorkbookRefused(
            _("This workbook is saved as “Strict Open XML”. Save it as “Excel workbook (.xlsx)” and try again.")
        )
    for entry in entries:
        mark = DECLARES_ONE if entry.filename.startswith("xl/media/") else DECLARES
        if mark.search(_bare(archive.read(entry))):
            raise WorkbookRefused(entities_declared())


def _bare(xml: bytes) -> bytes:
    """XML without the zero bytes that UTF-16 puts between letters."""
    return xml.replace(b"\0", b"") if b"\0" in xml else xml


class _Reader(ExcelReader):  # type: ignore[misc]  # openpyxl publishes no types
    """openpyxl's reader, except that escapes in texts, as `_x000D_`, are read as what they stand for, and no charts."""

    def read_chartsheet(self, sheet: Any, rel: Any) -> None:
        """Leave out a sheet that is one chart: there is no cell in it."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = list(_strings(source))


def _strings(source: Any) -> Iterator[str]:
    for _event, node in iterparse(source):  # noqa: S314  # entities are refused before
        if node.tag.endswith("}si"):
            yield unescape(Text.from_tree(node).content)
            node.clear()


def _line(row: Cells) -> list[object]:
    """The values of a row, without the empty cells at its end."""
    values = [_value(cast("Any", cell)) for cell in row]
    while values and values[-1] is None:
        values.pop()
    return values


def _value(cell: Any) -> object:
    if cell.value is not None and cell.data_type == "e":
        return Fault(_("This cell shows an error instead of a value."), str(cell.value))
    return cell.value


def _oddities(archive: zipfile.ZipFile, path: str, title: str, lines: list[Cells]) -> list[Range]:
    """The merged ranges of a sheet; formulas without a stored result become faults in `lines`.

    Refuses a sheet that goes on, however far below, after the last row that we read.
    """
    merged: list[Range] = []
    row = 0
    with archive.open(path) as source:
        for _event, node in iterparse(source):  # noqa: S314  # entities are refused before
            kind = node.tag.rpartition("}")[2]
            if kind == "mergeCell":
                merged.append(cast("Range", range_boundaries(node.get("ref"))))
            elif kind == "c":
                formula = next((child for child in node if child.tag.endswith("}f")), None)
                if formula is not None and node.get("r"):
                    _mark_unsolved(lines, f"={formula.text or ''}", *coordinate_to_tuple(node.get("r")))
            elif kind == "row":
                row = int(node.get("r") or row + 1)
                if row > limits.ROWS and any(map(_filled, node)):
                    values = {"sheet": title, "most": limits.ROWS}
                    raise WorkbookRefused(_("Sheet “%(sheet)s” has more rows than we read (%(most)d).") % values)
                node.clear()
    return merged


def _filled(cell: Any) -> bool:
    """Whether a cell in one of the columns that we read has anything in it."""
    return len(cell) > 0 and coordinate_to_tuple(cell.get("r") or "A1")[1] <= limits.COLUMNS


def _mark_unsolved(lines: list[Cells], formula: str, row: int, column: int) -> None:
    if row > len(lines) or column > limits.COLUMNS:
        return
    line = list(lines[row - 1])
    line.extend([None] * (column - len(line)))
    if line[column - 1] in (None, ""):
        message = _("This formula has no stored result. Open the file in a spreadsheet program and save it.")
        line[column - 1] = Fault(message, formula)
    lines[row - 1] = line
