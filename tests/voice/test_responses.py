"""Files of responses as the world makes them: they are read, or it is said what is wrong with which cell."""

from __future__ import annotations

import codecs
import io
import tracemalloc
from datetime import date, datetime

import pytest

from assessments.files.count_responses import CELLS, count_responses
from assessments.files.problems import FileProblems, Problems
from assessments.files.response_values import UnusableError, day_of, question_of
from assessments.files.responses import COLUMNS, Response, read_responses
from assessments.voice.series import Question

HEADER = ",".join(COLUMNS)
ROW = "2026-10-05,nps,,9,0,10,checkout,new,c1,Fine"


def file(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows, ""]).encode()


def read(data: bytes) -> list[Response]:
    problems = Problems()
    found = read_responses("r.csv", io.BytesIO(data), problems)
    assert found is not None, str(problems.refusal())
    rows = list(found)
    problems.raise_any()
    return rows


def refused(data: bytes) -> list[str]:
    with pytest.raises(FileProblems) as caught:
        count_responses("r.csv", io.BytesIO(data))
    return caught.value.lines()


def test_a_row_is_one_score() -> None:
    assert read(file(ROW, "2026-10-06,csat,,4,1,5,,,,")) == [
        Response(2, date(2026, 10, 5), Question("nps", "", 0, 10), 9, "checkout", "new", "c1", "Fine"),
        Response(3, date(2026, 10, 6), Question("csat", "csat-5", 1, 5), 4, "", "", "", ""),
    ]


WANTED = [("checkout", "送货改期没有人通知，我请了一天假在家等")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_and_ends_of_lines(separator: str, newline: str) -> None:
    rows = [HEADER.upper().split(","), "2026/10/5 nps _ 9 0 10 checkout _ _ _".replace("_", "").split(" ")]
    text = newline.join(separator.join(row) for row in rows)
    (found,) = read(text.encode())
    assert (found.day, found.score, found.touchpoint) == (date(2026, 10, 5), 9, "checkout")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str) -> None:
    text = f"{HEADER}\n2026-10-05,nps,,9,0,10,checkout,,,{WANTED[0][1]}\n"
    assert [(each.touchpoint, each.comment) for each in read(text.encode(encoding))] == WANTED


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_signs_beyond_the_first_plane_come_through(mark: str) -> None:
    (found,) = read(f"{HEADER}\n2026-10-05,nps,,9,0,10,app 😀,,,\n".encode(mark))
    assert found.touchpoint == "app 😀"


def test_a_long_file_is_told_by_its_beginning_and_remembers_few_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.files.responses.KEPT", 2)
    rows = [f"2026-10-0{1 + each % 5},nps,,{each % 11},0,10,触点{each % 3},,,{WANTED[0][1]}" for each in range(8000)]
    found = read("\n".join([HEADER, *rows]).encode("gb18030"))
    assert [(each.day.day, each.score, each.touchpoint) for each in found] == [
        (1 + each % 5, each % 11, f"触点{each % 3}") for each in range(8000)
    ]


def test_traditional_characters_in_big5() -> None:
    comment = "送貨改期沒有人通知，我請了一天假在家等"
    data = f"{HEADER}\n2026-10-05,nps,,9,0,10,,,,{comment}\n".encode("big5")
    assert [each.comment for each in read(data)] == [comment]


def test_an_encoding_that_cannot_be_told_or_changes_is_said() -> None:
    assert refused(HEADER.encode() + b"\n\xe9\xff") == [
        "r.csv: We cannot read this file as a table, or tell its encoding. Save the table as “CSV UTF-8” and try again."
    ]
    torn = codecs.BOM_UTF8 + file(ROW) + b"2026-10-05,nps,,9,0,10,\xe9\xff,,,\n"
    assert refused(torn)[0].startswith("r.csv, row ")
    assert "another encoding" in refused(torn)[0]


def test_thousands_of_blank_columns_and_blank_rows() -> None:
    blank = "," * 3000
    data = file("", ROW + blank, blank, "   ", ROW, blank, header=HEADER + blank)
    assert [each.row for each in read(data)] == [3, 6]


def test_quotes_hold_commas_and_line_breaks() -> None:
    (one, two) = read(file('2026-10-05,nps,,9,0,10,,,,"a, ""b""\r\nc"', ROW))
    assert (one.comment, two.row) == ('a, "b"\nc', 3)
    assert "quotes are not closed" in refused(file('2026-10-05,nps,,9,0,10,,,,"open'))[0]


def test_nul_bytes_separator_lines_and_foreign_columns_do_no_harm() -> None:
    data = b"sep=;\n\n" + file("9;A;2026-10-05;nps;;", header="score;Country;date;measure;;").replace(b"9", b"\x009", 1)
    problems = Problems()
    found = read_responses("r.csv", io.BytesIO(data), problems)
    assert found is not None
    assert [(each.row, each.score) for each in found] == [(3, 9)]  # spreadsheets do not count the first line
    assert found.left_out == ["Country"]


def test_a_line_without_end_does_not_fill_the_memory() -> None:
    endless = file(ROW) + b"2026-10-05,nps,," + b"9" * 64_000_000
    tracemalloc.start()
    try:
        assert refused(endless) == [
            "r.csv, row 3: From here on quotes are not closed or not doubled, or a cell is far too long."
        ]
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()


def test_what_a_file_lacks_is_said() -> None:
    assert refused(b"\n\n") == ["r.csv: The file is empty."]
    assert refused(file()) == ["r.csv: There is no response in this file."]
    assert refused(b"PK\x03\x04rest") == ["r.csv: This is a workbook. Save its table as “CSV UTF-8” and try again."]
    assert refused(b"when,what\n2026-10-05,nps\n")[:2] == [
        f"r.csv: The column “{each}” is missing. Allowed: a header with the columns {', '.join(COLUMNS)}."
        for each in ("date", "measure")
    ]


def test_a_misspelt_column_is_not_dropped() -> None:
    assert refused(b"date,measure,score,touchpiont\n2026-10-05,nps,9,a\n") == [
        "r.csv, column touchpiont: This column is unknown. Did you mean “touchpoint”?"
    ]


def test_the_same_column_twice() -> None:
    assert "two columns for “score”" in refused(b"date,measure,score,Score\n2026-10-05,nps,9,8\n")[0]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("05.10.2026,nps,,9,,,,,,", "date", "This date may mean 2026-10-05 or 2026-05-10. Found: “05.10.2026”"),
        ("46300,nps,,9,,,,,,", "date", "This is a date as spreadsheets count days."),
        ("soon,nps,,9,,,,,,", "date", "This is not a date we can use. Found: “soon”"),
        ("2026-02-30,nps,,9,,,,,,", "date", "This is not a date we can use."),
        (",nps,,9,,,,,,", "date", "This is not a date we can use. Found: nothing."),
        ("2026-10-05,npss,,9,,,,,,", "measure", "There is no such measure. Did you mean “nps”?"),
        ("2026-10-05,joy,,9,,,,,,", "measure", "There is no such measure. Found: “joy”."),
        ("2026-10-05,nps,,11,,,,,,", "score", "beyond the scale. Found: “11”. Allowed: a whole number from 0 to 10."),
        ("2026-10-05,nps,,8.5,,,,,,", "score", "This is not a whole number. Found: “8.5”"),
        ("2026-10-05,nps,,,,,,,,", "score", "The score is missing. Found: nothing."),
        ("2026-10-05,nps,,9,1,10,,,,", "scale_max", "This measure is asked on another scale."),
        ("2026-10-05,ces,ces2,4,1,5,,,,", "scale_max", "Allowed: from 1 to 7."),
        ("2026-10-05,csat,,4,1,6,,,,", "scale_max", "Allowed: from 1 to 5, from 1 to 7, from 1 to 10."),
        ("2026-10-05,csat,,4,,,,,,", "scale_max", "The ends of the scale are missing."),
        ("2026-10-05,ces,,4,,7,,,,", "scale_min", "The ends of the scale are missing."),
        ("2026-10-05,trust-int,,4,7,1,,,,", "scale_max", "This is no scale we can use."),
        ("2026-10-05,nps,,9,x,10,,,,", "scale_min", "This is not a whole number. Found: “x”"),
        (f"2026-10-05,nps,{'v' * 61},9,0,10,,,,", "variant", "This name is too long."),
        (f"2026-10-05,nps,,9,0,10,{'t' * 121},,,", "touchpoint", "too long"),
        (f"2026-10-05,nps,,9,0,10,,,{'c' * 121},", "customer", "too long"),
        (f"2026-10-05,nps,,9,0,10,,,,{'c' * 5001}", "comment", "too long"),
    ],
)
def test_a_wrong_cell_is_named(row: str, column: str, words: str) -> None:
    (line,) = refused(file(ROW, row))
    assert line.startswith(f"r.csv, row 3, column {column}: ")
    assert words in line


def test_a_comma_without_quotes_is_found() -> None:
    (line,) = refused(file(ROW + ", and fast"))
    assert line.startswith("r.csv, row 2: There is text beyond the columns of the header.")


def test_every_wrong_row_is_told() -> None:
    lines = refused(file(*["x,nps,,99,0,10,,,,"] * 150))
    assert len(lines) == 201
    assert lines[-1] == "and 100 more problems"


def test_columns_that_are_not_customers_groups_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.files.count_responses.CELLS", 3)
    rows = [f"2026-10-05,nps,,9,0,10,,customer {each},," for each in range(5)]
    assert CELLS > 100_000
    assert "too many different touchpoints and segments" in refused(file(*rows))[0]


@pytest.mark.parametrize(
    "text",
    ["2026-10-05", "2026/10/5", "2026.10.05", "2026年10月5日", "20261005", "2026-10-05T23:59:00Z", "2026-10-05 08:30"],
)
def test_days_with_the_year_first(text: str) -> None:
    assert day_of(text) == date(2026, 10, 5)


def test_days_with_the_year_last_where_only_one_is_meant() -> None:
    assert [day_of(each) for each in ("13/10/2026", "10/13/2026 9:05 AM", "13.10.2026")] == [date(2026, 10, 13)] * 3
    assert day_of("10.10.2026") == date(2026, 10, 10)
    assert (day_of("05/10/2026", "dmy"), day_of("05/10/2026", "mdy")) == (date(2026, 10, 5), date(2026, 5, 10))
    with pytest.raises(UnusableError):
        day_of("13/10/2026", "mdy")


def test_days_of_workbooks() -> None:
    assert day_of(datetime(2026, 10, 5, 9)) == day_of(date(2026, 10, 5)) == day_of("46300.5", serials=True)
    for wrong in (None, date(1999, 12, 31), "99999", "2101-01-01"):
        with pytest.raises(UnusableError):
            day_of(wrong, serials=True)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (("nps", "", None, None), ("nps", "", 0, 10)),
        (("csat", "", None, 7), ("csat", "csat-7", 1, 7)),
        (("csat", "csat-10", None, None), ("csat", "csat-10", 1, 10)),
        (("csat", "Checkout smiley", 1, 5), ("csat", "Checkout smiley", 1, 5)),
        (("ces", "", 1, 5), ("ces", "ces1", 1, 5)),
        (("ces", "", 1, 7), ("ces", "ces2", 1, 7)),
        (("ces", "", 1, 10), ("ces", "ces-10", 1, 10)),
        (("ces", "ces2", None, None), ("ces", "ces2", 1, 7)),
        (("ces", "net", 1, 7), ("ces", "net", 1, 7)),
        (("trust-int", "", None, None), ("trust-int", "", 0, 10)),
        (("trust-int", "", 1, 5), ("trust-int", "", 1, 5)),
    ],
)
def test_what_was_asked(asked: tuple[str, str, int | None, int | None], wanted: tuple[str, str, int, int]) -> None:
    assert question_of(*asked) == wanted
