"""Workbooks made to fill the memory, cells in odd order, and columns of the same name."""

from __future__ import annotations

import io
import os
import re
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from assessments.intake import limits, xlsx_parts
from assessments.intake.faults import UnreadableError
from assessments.intake.source import rows_of
from assessments.models import Comment, Company
from tests.personas import World

from .tables import take_in, workbook

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
TABLE: list[list[object]] = [["Date", "NPS"], ["2026-10-01", 9]]
MEGABYTE = 1024 * 1024


@pytest.fixture
def company(world: World) -> Company:
    return world.company


def changed(part: str, change: Callable[[bytes], bytes], *, more: int = 0) -> bytes:
    """A workbook with one part changed, padded so that it does not look like a bomb, with `more` empty parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(TABLE))) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            data = given.read(name)
            made.writestr(name, change(data) if name == part else data)
        made.writestr("xl/media/picture.bin", os.urandom(200_000))
        for number in range(more):
            made.writestr(f"xl/media/{number}", b"")
    return out.getvalue()


def rows(data: bytes) -> list[list[object]]:
    return [cells for _number, cells in rows_of(io.BytesIO(data))]


@pytest.mark.parametrize(
    ("part", "mark", "junk"),
    [(SHEET, b"<sheetData>", b"<a/>"), (STYLES, b"<fonts", b"<a/>"), (SHEET, b"<sheetData>", b"<a><b/></a>")],
)
def test_what_stands_between_takes_no_memory(part: str, mark: bytes, junk: bytes) -> None:
    data = changed(part, lambda xml: xml.replace(mark, junk * 200_000 + mark, 1))
    tracemalloc.start()
    try:
        assert rows(data) == TABLE
        assert tracemalloc.get_traced_memory()[1] < 12 * MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "row", [b"<row>" + b"<c/>" * 600_000 + b"</row>", b"<row><c><v>" + b"1" * 2_400_000 + b"</v></c></row>"]
)
def test_a_row_without_end_is_refused(row: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ELEMENT_BYTES", MEGABYTE)
    with pytest.raises(UnreadableError) as refused:
        rows(changed(SHEET, lambda xml: xml.replace(b"</sheetData>", row + b"</sheetData>")))
    assert refused.value.kind == "unpacked"


def test_too_many_parts_are_no_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARTS", 50)
    assert rows(changed("", bytes, more=20)) == TABLE
    with pytest.raises(UnreadableError):
        rows(changed("", bytes, more=50))


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
LATE = b"<!--" + b" " * 2 * xlsx_parts.PROLOG + b"-->" + LAUGHS


@pytest.mark.parametrize("part", [SHEET, STYLES, "xl/sharedStrings.xml", "xl/workbook.xml"])
@pytest.mark.parametrize(("declares", "ending"), [(LAUGHS, ".xml"), (LATE, ".xml"), (LAUGHS, ".dat"), (LATE, ".dat")])
def test_entities_are_refused_wherever_they_are_declared(part: str, declares: bytes, ending: str) -> None:
    """However far down, and whatever a part is called: links within a workbook may lead anywhere."""
    out, named = io.BytesIO(), part.replace(".xml", ending)
    with zipfile.ZipFile(io.BytesIO(changed("", bytes))) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            data = given.read(name)
            if name == part:
                at = data.index(b"?>") + 2
                data, name = data[:at] + declares + data[at:], named
            elif name.endswith(".rels"):
                data = data.replace(part.rpartition("/")[2].encode(), named.rpartition("/")[2].encode())
                name = name.replace("workbook.xml", named.rpartition("/")[2]) if part == "xl/workbook.xml" else name
            made.writestr(name, data)
    with pytest.raises(UnreadableError) as refused:
        rows(out.getvalue())
    assert refused.value.kind == "entities"


def test_cells_are_put_where_their_names_say() -> None:
    def swapped(xml: bytes) -> bytes:
        first, second = xml.index(b'<c r="A2"'), xml.index(b'<c r="B2"')
        end = xml.index(b"</row>", second)
        return xml[:first] + xml[second:end] + xml[first:second] + xml[end:]

    assert rows(changed(SHEET, swapped)) == TABLE


def test_columns_of_one_name_keep_each_their_comments(owner: Client, company: Company) -> None:
    table = "ID,Date,Why?,Why?\nr1,2026-10-01,First words,Second words\n"
    for repeated in (0, 2):
        run = take_in(owner, company, table)
        assert (run.state, run.found["comments_repeated"]) == ("done", repeated)
        kept = Comment.objects.filter(company=company).order_by("question").values_list("question", "text")
        assert [*kept] == [("Why?", "First words"), ("Why? (2)", "Second words")]


def repacked(part: str, packed: int) -> bytearray:
    """A workbook with one part packed in another way."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(changed(SHEET, lambda xml: xml))) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            made.writestr(name, given.read(name), packed if name == part else zipfile.ZIP_DEFLATED)
    return bytearray(out.getvalue())


def damaged(data: bytearray) -> bool:
    with pytest.raises(UnreadableError) as refused:
        rows(bytes(data))
    return refused.value.kind == "damaged"


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_no_spreadsheet_packs_is_damaged(packed: int) -> None:
    data = repacked(SHEET, packed)
    place = data.index(SHEET.encode()) + len(SHEET)
    data[place + 8 : place + 40] = b"\xff" * 32
    assert damaged(data)


def test_a_part_that_promises_more_than_the_file_holds_is_damaged() -> None:
    data = repacked("_rels/.rels", zipfile.ZIP_STORED)
    entry = data.rindex(b"_rels/.rels") - 46  # in the list of parts at the end of the file
    for size in (entry + 20, entry + 24):  # packed and unpacked
        data[size : size + 4] = (10**6).to_bytes(4, "little")
    assert damaged(data)


def sent(owner: Client, company: Company, data: bytes) -> int:
    """What the upload of a file comes to, with the page it leads to."""
    file = SimpleUploadedFile("responses.xlsx", data)
    return owner.post(reverse("voice_import", args=[company.code]), {"file": file}, follow=True).status_code


@pytest.mark.parametrize("last", ["99999999999", "9" * 30])
def test_a_sheet_that_boasts_of_its_rows_is_read_all_the_same(owner: Client, company: Company, last: str) -> None:
    boast = f'<dimension ref="A1:B{last}"/>'.encode()
    data = changed(SHEET, lambda xml: re.sub(rb"<dimension [^>]*/>", boast, xml))
    assert boast[:20] in zipfile.ZipFile(io.BytesIO(data)).read(SHEET)
    assert sent(owner, company, data) == 200


def test_a_damaged_sheet_that_is_not_read_is_nobodys_business(owner: Client, company: Company) -> None:
    out = io.BytesIO(changed(SHEET, lambda xml: xml))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet9.xml", b"<worksheet/>" * 2000)
        place = made.getinfo("xl/worksheets/sheet9.xml").header_offset + 30 + len("xl/worksheets/sheet9.xml")
    data = bytearray(out.getvalue())
    data[place : place + 8] = b"\xff" * 8
    assert sent(owner, company, bytes(data)) == 200
