"""Workbooks that are too large, broken, or no workbooks at all: refused in words, at little cost."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook

from assessments.files.reading import read

from .samples import CX, HARBOUR, TODAY, changed, harbour, refused, repacked

OURS = harbour("en")


def test_a_zip_bomb_is_not_unpacked() -> None:
    target = io.BytesIO(OURS)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/large.xml", b" " * 16 * 1024 * 1024)
    (problem,) = refused("q.xlsx", target.getvalue())
    assert "16 MB" in problem.message


def test_a_part_that_is_far_too_large() -> None:
    data = repacked(OURS, lambda name, xml: xml + b" " * 3 * 1024 * 1024 if name == "xl/styles.xml" else xml)
    (problem,) = refused("q.xlsx", data)
    assert "styles" in problem.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><sst/>'.encode(encoding)
    data = repacked(OURS, lambda name, xml: bomb if name == "xl/sharedStrings.xml" else xml)
    (problem,) = refused("q.xlsx", data)
    assert "entities" in problem.message


def test_a_sheet_that_lies_among_the_pictures_declares_no_entities_either() -> None:
    target, hidden = io.BytesIO(), "xl/media/image1.png"
    with zipfile.ZipFile(io.BytesIO(OURS)) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            data = given.read(name)
            if name == "xl/worksheets/sheet3.xml":
                at = data.index(b"?>") + 2
                name, data = hidden, data[:at] + b'<!DOCTYPE worksheet [<!ENTITY b "c">]>' + data[at:]
            made.writestr(name, data.replace(b"worksheets/sheet3.xml", b"media/image1.png"))
    (problem,) = refused("q.xlsx", target.getvalue())
    assert "entities" in problem.message


def test_a_picture_with_a_document_type_is_none_of_our_business() -> None:
    target = io.BytesIO(OURS)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/image1.svg", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>')
    assert read("q.xlsx", target.getvalue(), CX, today=TODAY) == HARBOUR


def test_many_sheets_that_are_one() -> None:
    def same(name: str, xml: bytes) -> bytes:
        return xml.replace(b"worksheets/sheet3.xml", b"worksheets/sheet2.xml") if name.endswith(".rels") else xml

    assert len(refused("q.xlsx", repacked(OURS, same))) == 1


def test_far_cells_cost_nothing() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"]["XFD1048576"] = "far"
        book["1 Inform"]["XFD5"] = "wide"

    assert read("q.xlsx", changed(OURS, change), CX, today=TODAY) == HARBOUR


@pytest.mark.parametrize("row", [30001, 30003, 1048576])
def test_too_many_rows(row: int) -> None:
    """Also after a gap: an answer far below is not left out untold."""

    def change(book: Workbook) -> None:
        book["1 Inform"][f"A{row}"] = "far"

    (problem,) = refused("q.xlsx", changed(OURS, change))
    assert "30000" in problem.message


def test_blank_rows_that_have_a_style_are_no_rows() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"]["A40000"].number_format = "0.00"

    assert read("q.xlsx", changed(OURS, change), CX, today=TODAY) == HARBOUR


def test_other_files() -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "x")
    ods = io.BytesIO()
    with zipfile.ZipFile(ods, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", "<x/>")
    messages = [
        refused(name, data)[0].message
        for name, data in (
            ("a.docx", word.getvalue()),
            ("a.xlsx", empty.getvalue()),
            ("a.ods", ods.getvalue()),
            ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            ("a.xlsx", b"hello"),
            ("a.xlsx", b"PK\x03\x04 and nothing else"),
            ("a.xlsx", OURS[:4000]),
        )
    ]
    assert [message.split(".")[0] for message in messages] == [
        "This is not an XLSX workbook",
        "This is not an XLSX workbook",
        "This is an OpenDocument file",
        "This is an old Excel file or one with a password",
        "This is not an XLSX workbook",
        "This workbook is damaged and cannot be read",
        "This workbook is damaged and cannot be read",
    ]


def test_a_workbook_in_the_strict_form_is_named_as_such() -> None:
    transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    data = repacked(OURS, lambda _name, part: part.replace(transitional, strict))
    assert "Strict Open XML" in refused("a.xlsx", data)[0].message
