"""Files as people have them: they are read, or it is said exactly why not."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from assessments.intake import limits
from assessments.intake.faults import UnreadableError, fault_words
from assessments.intake.header import Header, header_of
from assessments.intake.mapping import ColumnMap
from assessments.intake.order import order_in
from assessments.intake.rows import Answered, RowReader, Wrong
from assessments.intake.source import about_rows, rows_of
from tests.imports.tables import workbook

TODAY = date(2026, 11, 22)
ROWS = [["Date", "NPS", "Comment"], ["2026-10-01", "9", "Fine"], ["2026-10-02", "0", "Bad"]]


def header(data: bytes) -> Header:
    return header_of(rows_of(io.BytesIO(data)))


def read(data: bytes, order: str = "", **roles: str) -> list[Answered | list[Wrong] | None]:
    """The rows of a file by the roles its columns seem to have, or those that are given by name."""
    head = header(data)
    chosen = {each.index: roles.get(each.name, each.role) for each in head.columns}
    columns = ColumnMap({key: role for key, role in chosen.items() if role}, order, names={})  # type: ignore[arg-type]
    reader = RowReader(columns, TODAY)
    return [reader.read(line) for line in rows_of(io.BytesIO(data)) if line[0] > head.last]


def scores(data: bytes, **more: str) -> list[tuple[date, int]]:
    found = read(data, **more)
    assert all(isinstance(each, Answered) for each in found), found
    return [(each.day, each.scores[0].score) for each in found if isinstance(each, Answered)]


def table(rows: list[list[str]], separator: str = ",", end: str = "\n") -> str:
    return end.join(separator.join(row) for row in rows)


EXPECTED = [(date(2026, 10, 1), 9), (date(2026, 10, 2), 0)]
CHINESE = [
    ["日期", "推薦度", "意見"],
    ["2026年10月1日", "9", "服務很好，師傅準時，會再來"],
    ["2026/10/2", "0", "等了兩個星期才有人回電話"],
]
SIMPLE = [
    ["日期", "推荐度", "意见"],
    ["2026年10月1日", "9", "服务很好，师傅准时，还会再来"],
    ["2026/10/2", "0", "等了两个星期才有人回电话"],
]


@pytest.mark.parametrize(
    "data",
    [
        table(ROWS).encode("utf-8-sig"),
        table(ROWS).encode("utf-16"),
        table(ROWS, ";", "\r\n").encode(),
        table(ROWS, "\t").encode("utf-16"),
        ("sep=;\r\n" + table(ROWS, ";", "\r\n")).encode(),
        table(ROWS, "|").encode(),
        ("\n\n" + table(ROWS) + "\n,,\n\n").encode(),
        ("Answers of autumn\n\n" + table(ROWS)).encode(),
        table([row + [""] * 3000 for row in ROWS]).encode(),
        table(CHINESE).encode("big5"),
        table(SIMPLE).encode("gb18030"),
        table(SIMPLE).encode(),
        workbook([ROWS[0], [date(2026, 10, 1), 9, "Fine"], [date(2026, 10, 2), 0, "Bad"]]),
        workbook([ROWS[0], [46296, 9.0, "Fine"], ["46297", "0", "Bad"]]),
        workbook([ROWS[0], [date(2026, 10, 1), 9], [date(2026, 10, 2), 0]], date_1904=True),
        workbook([["Answers of autumn"], [], *ROWS]),
        workbook(ROWS, constant_memory=True),  # texts within the cells, as streams of other programs have them
    ],
)  # fmt: skip
def test_all_these_are_the_same_table(data: bytes) -> None:
    assert scores(data) == EXPECTED


def test_blank_columns_and_rows_are_no_columns_and_no_rows() -> None:
    data = table([row[:2] + [""] * 3000 + row[2:] for row in ROWS] + [[""] * 3003] * 50).encode()
    assert [each.name for each in header(data).columns] == ["Date", "NPS", "Comment"]
    assert len(read(data)) == 2


def test_quoted_line_breaks_and_separators_stay_in_their_cell() -> None:
    found = read(b'Date,NPS,Comment\n2026-10-01,9,"one, ""two""\nthree"\n')
    assert found[0].comments == (("#3", 'one, "two"\nthree'),)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2026-10-05 13:22:01", "", date(2026, 10, 5)),
        ("2026-10-05T13:22:01.123Z", "", date(2026, 10, 5)),
        ("2026/10/05 1:22:33 PM GMT+8", "", date(2026, 10, 5)),
        ("2026/10/5 下午 1:22:33", "", date(2026, 10, 5)),
        ("5/10/2026", "dmy", date(2026, 10, 5)),
        ("10/5/2026 13:22", "mdy", date(2026, 10, 5)),
        ("05.10.26", "dmy", date(2026, 10, 5)),
        ("Mon Oct 05 2026", "", date(2026, 10, 5)),
        ("Oct 5, 2026", "", date(2026, 10, 5)),
        ("5 October 2026 09:00", "", date(2026, 10, 5)),
        ("1791158400", "", date(2026, 10, 5)),
        ("46300.75", "", date(2026, 10, 5)),
    ],
)
def test_dates_as_other_tools_write_them(cell: str, order: str, day: date) -> None:
    assert scores(f'Date,NPS\n"{cell}",9\n'.encode(), order=order) == [(day, 9)]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (("05/10/2026", "13/10/2026"), "dmy"),
        (("05/10/2026", "10/13/2026"), "mdy"),
        (("05/10/2026",), None),
        (("05/05/2026",), ""),
        (("2026-10-05",), ""),
    ],
)
def test_the_order_of_day_and_month_is_told_by_the_file_or_asked(cells: tuple[str, ...], order: str | None) -> None:
    data = "\n".join(["Date,NPS", *(f"{cell},9" for cell in cells)]).encode()
    assert order_in(io.BytesIO(data), 1, 0) == order


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("2026-10-01,11", "11"),
        ("2026-10-01,-1", "-1"),
        ("2026-10-01,8.5", "8.5"),
        ("2026-10-01,very", "very"),
        ("yesterday,9", "yesterday"),
        ("2026-13-01,9", "2026-13-01"),
        ("1999-12-31,9", "1999-12-31"),
        ("2027-01-01,9", "2027-01-01"),
        (",9", ""),
        ("05/10/2026,9", "05/10/2026"),
    ],
)
def test_what_cannot_be_used_is_named(row: str, found: str) -> None:
    (wrong,) = read(f"Date,NPS\n{row}\n".encode())
    assert isinstance(wrong, list) and [each.found for each in wrong] == [found]
    assert wrong[0].message and wrong[0].allowed


def test_a_score_with_its_label_counts() -> None:
    assert scores("Date,NPS\n2026-10-01,9 - Very likely\n2026-10-02,0 完全不会\n".encode()) == EXPECTED


def test_a_score_on_another_scale_than_chosen_is_wrong_not_squeezed() -> None:
    (wrong,) = read(b"Date,Satisfaction\n2026-10-01,9\n", Satisfaction="csat-5")
    assert isinstance(wrong, list) and wrong[0].allowed == "a whole number from 1 to 5"


def test_several_measures_in_a_row() -> None:
    (row,) = read(b"Date,NPS,CSAT,Ease\n2026-10-01,9,4,7\n")
    assert isinstance(row, Answered)
    assert [(each.question.measure, each.question.variant, each.score) for each in row.scores] == [
        ("nps", "", 9), ("csat", "csat-5", 4), ("ces", "ces2", 7),
    ]  # fmt: skip


def test_one_score_a_row_with_the_measure_in_a_column() -> None:
    data = (
        b"date,measure,variant,score,scale_min,scale_max,touchpoint,segment,customer,comment\n"
        b"2026-10-01,nps,,9,0,10,Checkout,VIP,ada,\n2026-10-01,csat,csat-5,4,,,,,ada,\n2026-10-01,csat,,6,1,7,,,,\n"
        b"2026-10-01,guess,,6,1,7,,,,\n"
    )
    *good, bad = read(data)
    assert [each.scores[0].question[:] for each in good if isinstance(each, Answered)] == [
        ("nps", "", 0, 10), ("csat", "csat-5", 1, 5), ("csat", "csat-7", 1, 7),
    ]  # fmt: skip
    assert isinstance(bad, list) and bad[0].found == "guess"


def bomb() -> bytes:
    out = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", b" " * 60_000_000)
    return out.getvalue()


def entities() -> bytes:
    source, out = zipfile.ZipFile(io.BytesIO(workbook(ROWS))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            xml = source.read(name)
            if name.endswith("sheet1.xml"):
                xml = xml.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
            archive.writestr(name, xml)
    return out.getvalue()


def slides() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("[Content_Types].xml", "ppt/presentation.xml"):
            archive.writestr(name, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\n\n\n", "empty"),
        (b"Date,NPS\n", "no-table"),
        ("Date,NPS,Où\n2026-10-01,9,café\n".encode("cp1252"), "encoding"),
        (b'Date,NPS\n2026-10-01,"9\n', "quotes"),
        (b"\xd0\xcf\x11\xe0 old", "old-excel"),
        (b"PK\x03\x04 nothing", "damaged"),
        (slides(), "not-xlsx"),
        (bomb(), "unpacked"),
        (entities(), "entities"),
        (table([[f"c{n}" for n in range(400)]] * 3).encode(), "columns"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        header(data)
    assert refused.value.kind == kind
    assert fault_words(kind)


def test_a_fault_further_down_is_met_with_its_row() -> None:
    lines = [*("2026-10-01,9" for _each in range(100)), '2026-10-01,"9']
    rows = rows_of(io.BytesIO("\n".join(["Date,NPS", *lines]).encode()))
    with pytest.raises(UnreadableError) as refused:
        list(rows)
    assert (refused.value.kind, refused.value.row) == ("quotes", 102)


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    with pytest.raises(UnreadableError, match="rows"):
        list(rows_of(io.BytesIO(table(ROWS).encode())))


def test_of_two_tables_the_one_that_is_shown_is_read() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    aside, shown = book.add_worksheet("aside"), book.add_worksheet("shown")
    for sheet, score in ((aside, 1), (shown, 9)):
        sheet.write_row(0, 0, ["Date", "NPS"])
        sheet.write_row(1, 0, ["2026-10-01", score])
    shown.activate()
    aside.hide()
    book.close()
    assert scores(out.getvalue(), Date="date", NPS="nps") == [(date(2026, 10, 1), 9)]


def test_a_formula_without_a_result_is_not_taken_for_nothing() -> None:
    out = io.BytesIO(workbook([["Date", "NPS"], [date(2026, 10, 1), 9]]))
    with zipfile.ZipFile(out) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b"<v>9</v>", b"<f>4+5</f>")
        parts = {name: archive.read(name) for name in archive.namelist()} | {"xl/worksheets/sheet1.xml": sheet}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    (wrong,) = read(out.getvalue())
    assert isinstance(wrong, list) and wrong[0].found == "="


def test_how_many_rows_there_probably_are() -> None:
    data = table([ROWS[0], *([ROWS[1]] * 999)]).encode()
    assert about_rows(io.BytesIO(data), len(data)) == 999
    assert about_rows(io.BytesIO(book := workbook([ROWS[0], *([ROWS[1]] * 999)])), len(book)) == 1000
