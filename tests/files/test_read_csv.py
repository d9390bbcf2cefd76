"""CSV: columns in any order, common encodings and separators, and every problem with its row and column."""

from __future__ import annotations

import pytest

from assessments.files.reading import read
from assessments.files.value import AnswerFile
from assessments.maturity.answers import Answer, Respondent

from .samples import CAUSE, CX, FACTS, HELP, TODAY, refused

HEADER = "respondent,group,practice,answer,note,evidence\n"


def csv(*rows: str, header: str = HEADER) -> bytes:
    return (header + "\n".join(rows)).encode()


def found(data: bytes) -> tuple[Respondent, ...]:
    return read("answers.csv", data, CX, today=TODAY).respondents


def problems(data: bytes) -> list[tuple[int | None, str, str]]:
    """Row, column and what was found, of each problem."""
    return [(each.place.row, each.place.column, each.found) for each in refused("answers.csv", data)]


def test_the_example_of_the_documentation() -> None:
    data = csv(
        'ann,frontline,l1-searchable-help,2,"Search box, tested in May",https://example.com/help',
        "ann,frontline,l1-accurate-facts,dont_know,,",
        "bob,leaders,l6-shared-cause,na:out-of-scope,,",
    )
    ann = {HELP: Answer(2, note="Search box, tested in May", evidence="https://example.com/help")}
    assert read("answers.csv", data, CX, today=TODAY) == AnswerFile(
        TODAY,
        respondents=(
            Respondent("ann", "frontline", {**ann, FACTS: Answer(dont_know=True)}),
            Respondent("bob", "leaders", {CAUSE: Answer(not_applicable="out-of-scope")}),
        ),
    )


def test_a_separator_that_is_none() -> None:
    assert found(b'sep="\n' + csv()) == ()


def test_columns_in_any_order_and_without_the_last_two() -> None:
    data = csv("3,l1-searchable-help,leaders,Ann", header="Answer, practice ,GROUP,respondent\n")
    assert found(data) == (Respondent("Ann", "leaders", {HELP: Answer(3)}),)


@pytest.mark.parametrize(
    "header",
    [
        "受访者,组别,实践代码,回答,备注,依据",
        "受访者,组别,实践,回答,备注,证据",
        "受訪者,組別,實務代號,回答,備註,佐證",
        "受訪者,組別,實務,回答,備註,證據",
        "受訪者,組別,實踐,回答,備註,證據",
    ],
)
def test_columns_called_as_in_the_download_on_pages_or_by_their_readers(header: str) -> None:
    data = csv(f"王芳,一线员工,{HELP},2,写在手册里,第三章", header=f"{header}\n")
    assert found(data) == (Respondent("王芳", "frontline", {HELP: Answer(2, note="写在手册里", evidence="第三章")}),)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(separator: str, end: str) -> None:
    rows = ["respondent,group,practice,answer,note", "Ann,leaders,l1-searchable-help,3,yes", ""]
    assert found(end.join(rows).replace(",", separator).encode()) == (
        Respondent("Ann", "leaders", {HELP: Answer(3, note="yes")}),
    )


def test_a_line_that_names_the_separator() -> None:
    data = ("sep=;\n" + HEADER + "Ann,leaders,l1-searchable-help,3,,").replace(",", ";").encode()
    assert found(data) == (Respondent("Ann", "leaders", {HELP: Answer(3)}),)
    (problem,) = refused("a.csv", data.replace(b"\n", b"\r\n").replace(b"3", b"9"))
    assert problem.place.row == 2, "as in the spreadsheet, which shows the header as row 1"


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", "已经写在流程里"),
        ("utf-8-sig", "已经写在流程里"),
        ("utf-16", "已经写在流程里"),
        ("gb18030", "已经写在流程里，每月检查一次，最近六个月改了两项规定。"),
        ("big5", "已經寫在流程裡，每月檢查一次，最近六個月改了兩項規定。"),
    ],
)
def test_encodings(encoding: str, note: str) -> None:
    data = (HEADER + f"Ann,leaders,l1-searchable-help,3,{note},").encode(encoding)
    assert found(data) == (Respondent("Ann", "leaders", {HELP: Answer(3, note=note)}),)


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("cp1252", "It’s the client’s “own” word"), ("cp1252", "café"), ("gb18030", "王"), ("cp932", "テストです")],
)
def test_an_encoding_that_cannot_be_told_is_refused(encoding: str, note: str) -> None:
    (problem,) = refused("a.csv", (HEADER + f"Ann,leaders,l1-searchable-help,3,{note},").encode(encoding))
    assert "CSV UTF-8" in problem.message


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("0", Answer(0)),
        ("4.0", Answer(4)),
        (" 2 ", Answer(2)),
        ("２", Answer(2)),
        ("2 Defined", Answer(2)),
        ("defined", Answer(2)),
        ("有章法", Answer(2)),
        ("4 領先", Answer(4)),
        ("DONT_KNOW", Answer(dont_know=True)),
        ("Don't know", Answer(dont_know=True)),
        ("na:by-choice", Answer(not_applicable="by-choice")),
        ("NA: done-by-others", Answer(not_applicable="done-by-others")),
        (f"Not applicable: {CX.reasons['out-of-scope'].title.en}", Answer(not_applicable="out-of-scope")),
    ],
)
def test_how_answers_may_be_written(written: str, answer: Answer) -> None:
    assert found(csv(f"Ann,leaders,{HELP},{written}"))[0].answers == {HELP: answer}


@pytest.mark.parametrize("written", ["5", "-1", "2.5", "two", "na:", "na:tired", "2 Leading", "true", "0x1"])
def test_what_is_no_answer(written: str) -> None:
    (problem,) = refused("a.csv", csv(f"Ann,leaders,{HELP},{written}"))
    assert (problem.place.row, problem.place.column, problem.found) == (2, "answer", f"“{written}”")
    assert problem.allowed == "0, 1, 2, 3, 4, dont_know, na:out-of-scope, na:by-choice, na:done-by-others"


def test_not_applicable_needs_a_reason() -> None:
    (problem,) = refused("a.csv", csv(f"Ann,leaders,{HELP},na"))
    assert "needs a reason" in problem.message


def test_an_empty_answer_is_unanswered() -> None:
    assert found(csv(f"Ann,leaders,{HELP},,,", "Bob,managers,,,,", ",,,,,")) == (
        Respondent("Ann", "leaders", {}),
        Respondent("Bob", "managers", {}),
    )


def test_a_note_without_an_answer_would_be_lost() -> None:
    assert problems(csv(f"Ann,leaders,{HELP},,my note,")) == [(2, "answer", "nothing")]


def test_the_same_respondent_and_practice_twice_names_both_rows() -> None:
    (problem,) = refused("a.csv", csv(f"Ann,leaders,{HELP},1", "", f"Ann,leaders,{FACTS},1", f"Ann,leaders,{HELP},1"))
    assert (problem.place.row, problem.place.column) == (5, "practice")
    assert "row 2" in problem.message


def test_the_same_respondent_in_two_groups_names_both_rows() -> None:
    (problem,) = refused("a.csv", csv(f"Ann,leaders,{HELP},1", f"Ann,managers,{FACTS},1"))
    assert (problem.place.row, problem.place.column, problem.allowed) == (3, "group", "leaders")
    assert "row 2" in problem.message


def test_groups_may_be_written_as_people_read_them() -> None:
    managers, frontline = CX.groups[1].title.zh_hans, CX.groups[2].title.zh_hant
    assert [each.group for each in found(csv("a,LEADERS,,", f"b,{managers},,", f"c,{frontline},,"))] == [
        "leaders",
        "managers",
        "frontline",
    ]


@pytest.mark.parametrize("group", ["", "boss"])
def test_what_is_no_group(group: str) -> None:
    assert [problem[:2] for problem in problems(csv(f"Ann,{group},{HELP},1"))] == [(2, "group")]


def test_unknown_practices_with_the_nearest() -> None:
    (problem,) = refused("a.csv", csv("Ann,leaders,l1-searchable-hlp,1"))
    assert (problem.place.row, problem.place.column, problem.found) == (2, "practice", "“l1-searchable-hlp”")
    assert problem.message.endswith("Did you mean “l1-searchable-help”?")


def test_an_answer_without_a_practice() -> None:
    assert problems(csv("Ann,leaders,,3,,")) == [(2, "practice", "nothing")]


def test_nobody_without_a_name_among_others() -> None:
    assert problems(csv(f"Ann,leaders,{HELP},1", f",leaders,{FACTS},1")) == [(3, "", "nothing")]
    assert found(csv(f",leaders,{HELP},1"))[0] == Respondent("", "leaders", {HELP: Answer(1)})


def test_missing_and_unknown_columns() -> None:
    data = csv("Ann,leaders,x,1,x", header="respondent,grup,practice,answer,notes\n")
    assert problems(data) == [(1, "", ""), (1, "grup", "“grup”"), (1, "notes", "“notes”")]


def test_a_column_twice() -> None:
    assert problems(csv(header="respondent,group,practice,answer,answer\n")) == [(1, "", "")]


def test_text_beyond_the_columns() -> None:
    assert problems(csv(f"Ann,leaders,{HELP},1,a,b,c")) == [(2, "", "“c”")]
    assert found(csv(f"Ann,leaders,{HELP},1,a,b,,,"))[0].answers[HELP].evidence == "b"


def test_no_header_at_all() -> None:
    assert problems(b"\n\nhello,world\n1,2")[0][0] == 3


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", b"\0\0\0\0", b'""', b",,,\n,"])
def test_an_empty_file(data: bytes) -> None:
    (problem,) = refused("a.csv", data)
    assert problem.message == "The file is empty."


@pytest.mark.parametrize("name", ["a.json", "a.xlsx"])
@pytest.mark.parametrize("data", [b"", b"\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_empty_whatever_its_name(name: str, data: bytes) -> None:
    (problem,) = refused(name, data)
    assert problem.message == "The file is empty."


def test_quotes_that_are_not_closed() -> None:
    assert problems(csv(f"Ann,leaders,{HELP},1,,", 'Bob,leaders,l1-accurate-facts,1,"open,'))[0][0] == 3


def test_texts_that_are_too_long() -> None:
    data = csv(f"{'n' * 151},leaders,{HELP},1,{'x' * 5001},{'y' * 2001}")
    assert [(each.place.column, each.allowed) for each in refused("a.csv", data)] == [
        ("respondent", "at most 150 characters"),
        ("note", "at most 5000 characters"),
        ("evidence", "at most 2000 characters"),
    ]


def test_too_many_respondents() -> None:
    (problem,) = refused("a.csv", csv(*(f"r{number},leaders,{HELP},1" for number in range(501))))
    assert problem.allowed == "at most 500 respondents"


def test_formulas_are_guarded_in_our_files_and_read_back() -> None:
    assert found(csv(f"Ann,leaders,{HELP},1,'=1+1,=2")) == (
        Respondent("Ann", "leaders", {HELP: Answer(1, note="=1+1", evidence="=2")}),
    )


def test_control_characters_are_dropped() -> None:
    assert found(csv(f"A\x07nn,leaders,{HELP},1,a\x00\x1bb\x0bc,")) == (
        Respondent("Ann", "leaders", {HELP: Answer(1, note="ab\nc")}),
    )


def test_a_table_typed_in_capitals() -> None:
    data = f"RESPONDENT,GROUP,PRACTICE,ANSWER\r\nAnn,FRONT LINE,{HELP.upper()},２．０\r\n".encode()
    assert found(data) == (Respondent("Ann", "frontline", {HELP: Answer(2)}),)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7 \xe2\xe3"),
        ("a.csv", b"\x89PNG\r\n\x1a\n"),
        ("a.xls", b"<html><table>"),
        ("a.xlsx", b"%PDF-1.4"),
    ],
)
def test_a_file_of_another_kind_is_named_as_such(name: str, data: bytes) -> None:
    (problem,) = refused(name, data)
    assert problem.message == "This is not a file of answers. Choose an XLSX workbook, a CSV table or JSON."
