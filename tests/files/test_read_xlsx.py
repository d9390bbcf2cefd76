"""Workbooks: ours as people change them, tables of others, and every problem with sheet, row and column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import Workbook

from assessments.content.schema import LANGUAGES
from assessments.files.reading import read
from assessments.files.value import AnswerFile
from assessments.files.writing import write
from assessments.maturity.answers import Answer, Respondent

from .samples import CX, FACTS, HARBOUR, HELP, TODAY, changed, harbour, refused, repacked, sheet_names, table

OURS = harbour("en")


def found(change: Callable[[Workbook], None], data: bytes = OURS) -> AnswerFile:
    return read("q.xlsx", changed(data, change), CX, today=TODAY)


def problems(change: Callable[[Workbook], None], data: bytes = OURS) -> list[tuple[str, int | None, str, str]]:
    """Sheet, row, column and what was found, of each problem."""
    return [
        (each.place.sheet, each.place.row, each.place.column, each.found)
        for each in refused("q.xlsx", changed(data, change))
    ]


def put(sheet: str, cell: str, value: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def nothing(_book: Workbook) -> None:
    pass


@pytest.mark.parametrize("language", LANGUAGES)
def test_saved_by_another_program(language: str) -> None:
    assert found(nothing, harbour(language)) == replace(HARBOUR, language=language)


TYPED = (
    (3, Answer(3)),
    (3.0, Answer(3)),
    ("3", Answer(3)),
    ("3 Managed", Answer(3)),
    (f"3 {CX.stages[3].zh_hans}", Answer(3)),
    (CX.stages[4].zh_hant, Answer(4)),
    ("Don't know", Answer(dont_know=True)),
    ("Don’t know", Answer(dont_know=True)),
    (f"not applicable:{CX.reasons['out-of-scope'].title.en.upper()}", Answer(not_applicable="out-of-scope")),
    ("na:by-choice", Answer(not_applicable="by-choice")),
    ("３．０", Answer(3)),
    ("3.", Answer(3)),
    ("\u200b3\u200b", Answer(3)),
    ("3: Managed", Answer(3)),
    ("3 – managed", Answer(3)),
)


def test_how_answers_may_be_typed() -> None:
    def change(book: Workbook) -> None:
        for place, (value, _answer) in enumerate(TYPED):
            book.worksheets[1 + place % 10][f"C{7 + place // 10}"] = value

    answers = found(change).respondents[0].answers
    typed = [answers[CX.dimensions[place % 10].practices[2 + place // 10].id] for place in range(len(TYPED))]
    assert typed == [answer for _value, answer in TYPED]


WRONG = {
    "1 Inform": (5, "“5”"),
    "2 Resolve": (2.5, "“2.5”"),
    "3 Respond": (True, "“True”"),
    "4 Anticipate": ("maybe", "“maybe”"),
    "5 Proact": ("2 Leading", "“2 Leading”"),
    "7 Integrity": (datetime(2026, 4, 2), "“2026-04-02”"),
}


def test_what_is_no_answer() -> None:
    def change(book: Workbook) -> None:
        for name, (value, _shown) in WRONG.items():
            book[name]["C7"] = value

    assert problems(change) == [(name, 7, "C", shown) for name, (_value, shown) in WRONG.items()]


def test_a_problem_as_one_line() -> None:
    (problem,) = refused("harbour.xlsx", changed(OURS, put("1 Inform", "C7", "maybe")))
    assert str(problem) == (
        "harbour.xlsx, sheet “1 Inform”, row 7, column C: This is not an answer. Found: “maybe”. "
        "Allowed: 0 Absent, 1 Ad hoc, 2 Defined, 3 Managed, 4 Leading, Don’t know, "
        "Not applicable: This does not exist in our kind of business, "
        "Not applicable: We choose not to do it (counts as absent), Not applicable: Someone else does it for us "
        "(counts as absent until we take responsibility for it)."
    )


def test_cleared_answers_are_unanswered() -> None:
    def clear(book: Workbook) -> None:
        for cell in ("C5", "D5", "E5", "C6"):
            book["1 Inform"][cell] = None

    assert HELP not in found(clear).respondents[0].answers


def test_a_note_without_an_answer_would_be_lost() -> None:
    assert problems(put("1 Inform", "C5", None)) == [("1 Inform", 5, "C", "nothing")]


def test_numbers_and_dates_as_notes() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"]["D5"], book["1 Inform"]["E5"] = 7.0, datetime(2026, 5, 1)

    answer = found(change).respondents[0].answers[HELP]
    assert (answer.note, answer.evidence) == ("7", "2026-05-01")


def test_moved_columns_sorted_rows_and_own_columns() -> None:
    def change(book: Workbook) -> None:
        sheet = book["1 Inform"]
        sheet.insert_cols(3, 2)
        sheet["C4"], sheet["C5"] = "My own", "thoughts"
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=10)]
        for number, row in enumerate(reversed(rows), 5):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column)
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type

    assert found(change) == HARBOUR


def test_renamed_reordered_and_extra_sheets() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"].title = "Ours"
        book.move_sheet("Start", 5)
        extra = book.create_sheet("Notes")
        extra["A1"], extra["A2"] = "answer", HELP

    assert found(change) == HARBOUR


def test_deleted_sheets_and_rows_are_unanswered() -> None:
    def change(book: Workbook) -> None:
        del book["6 Elevate"], book["Red flags"], book["Target stages"]
        book["1 Inform"].delete_rows(6)

    file = found(change)
    assert file.respondents[0].answers == {HELP: HARBOUR.respondents[0].answers[HELP]}
    assert (file.red_flags, file.targets) == (frozenset(), {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hidden_header_deleted(language: str) -> None:
    def change(book: Workbook) -> None:
        for sheet in book.worksheets[1:11]:
            sheet.delete_rows(1)

    data = harbour(language)
    assert found(change, data).respondents == HARBOUR.respondents


def test_both_headers_deleted() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"].delete_rows(1, 4)

    assert problems(change) == [("1 Inform", None, "", "")]


def test_both_headers_deleted_where_a_sheet_has_two_questions() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"].delete_rows(1, 4)

    quick = write("xlsx", replace(HARBOUR, practice_set="quick"), CX, "en")
    assert problems(change, quick) == [("1 Inform", None, "", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_headers_deleted_where_a_sheet_has_one_question(language: str) -> None:
    """As for somebody who was passed a single question."""
    data = harbour(language)
    own = sheet_names(data)[1]

    def change(book: Workbook) -> None:
        book[own].delete_rows(6, 40)
        book[own].delete_rows(1, 4)

    assert problems(change, data) == [(own, None, "", "")]


def test_one_key_in_notes_of_ones_own_is_nothing_to_read() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("My notes").append((HELP, "talk to Lee"))

    assert found(change) == HARBOUR


def test_a_sheet_that_is_one_chart_is_nothing_to_read() -> None:
    def change(book: Workbook) -> None:
        book.create_chartsheet("My chart")

    assert found(change) == HARBOUR


def test_no_answers_anywhere() -> None:
    assert problems(put("Sheet", "A1", "x"), table()) == [("", None, "", "")]


def test_words_of_the_workbook_itself_are_understood() -> None:
    def change(book: Workbook) -> None:
        lists = book["Lists"]
        for row in lists.iter_rows(min_row=2):
            if row[1].value == "2" and row[0].value == "answer":
                row[2].value = "2 As it was worded last year"
            if row[1].value == "4" and row[0].value == "answer":
                row[2].value = "1 Ad hoc"
        book["1 Inform"]["C5"] = "2 As it was worded last year"
        book["1 Inform"]["C6"] = "1 Ad hoc"

    answers = found(change).respondents[0].answers
    assert (answers[HELP].stage, answers[FACTS].stage) == (2, 1)


def test_the_same_practice_twice_names_both_places() -> None:
    (problem,) = refused("q.xlsx", changed(OURS, put("1 Inform", "A7", HELP)))
    assert (problem.place.sheet, problem.place.row, problem.place.column) == ("1 Inform", 7, "A")
    assert "row 5" in problem.message

    def copy(book: Workbook) -> None:
        book.copy_worksheet(book["1 Inform"]).title = "Copy"

    first = refused("q.xlsx", changed(OURS, copy))[0]
    assert first.place.sheet == "Copy"
    assert "“1 Inform”, row 5" in first.message


def test_changed_keys() -> None:
    (problem,) = refused("q.xlsx", changed(OURS, put("1 Inform", "A5", "l1-searchable-hlp")))
    assert (problem.place.row, problem.place.column) == (5, "A")
    assert "Did you mean “l1-searchable-help”?" in problem.message
    assert problems(put("1 Inform", "A5", None)) == [("1 Inform", 5, "A", "nothing")]


def test_merged_answers() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"].merge_cells("C6:C8")

    (problem,) = refused("q.xlsx", changed(OURS, change))
    assert (problem.place.sheet, problem.place.row, problem.place.column) == ("1 Inform", 6, "C")
    assert "row 8" in problem.message


def test_merged_titles_do_no_harm() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"].merge_cells("B2:E2")
        book["1 Inform"].merge_cells("F5:J5")

    assert found(change) == HARBOUR


def empty(xml: bytes) -> bytes:
    """Without lxml openpyxl writes an empty value in another way."""
    return xml.replace(b"<v />", b"<v></v>")


def test_formulas_count_with_their_result() -> None:
    (problem,) = refused("q.xlsx", changed(OURS, put("1 Inform", "C5", "=C6")))
    assert (problem.place.sheet, problem.place.row, problem.place.column) == ("1 Inform", 5, "C")
    assert "formula" in problem.message and problem.found == "“=C6”"

    def solved(name: str, xml: bytes) -> bytes:
        return empty(xml).replace(b"<f>C6</f><v></v>", b"<f>C6</f><v>3</v>")

    data = repacked(changed(OURS, put("1 Inform", "C5", "=C6")), solved)
    assert read("q.xlsx", data, CX, today=TODAY).respondents[0].answers[HELP].stage == 3


def test_cells_that_show_an_error() -> None:
    def broken(name: str, xml: bytes) -> bytes:
        return empty(xml).replace(b'<c r="D5" s="6"><f>C6</f><v></v>', b'<c r="D5" s="6" t="e"><f>C6</f><v>#NAME?</v>')

    data = repacked(changed(OURS, put("1 Inform", "D5", "=C6")), broken)
    found_ = [(each.place.row, each.place.column, each.found) for each in refused("q.xlsx", data)]
    assert found_ == [(5, "D", "“#NAME?”")]


def start(key: str) -> str:
    """The cell of a value on the first sheet."""
    keys = ("title", "company", "respondent", "industry", "size", "group", "set", "date")
    return f"C{12 + keys.index(key)}"


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("title", "x" * 201, f"“{'x' * 59}…”"),
        ("industry", "Fishing", "“Fishing”"),
        ("size", 12, "“12”"),
        ("group", "Boss", "“Boss”"),
        ("group", None, "nothing"),
        ("set", "Half", "“Half”"),
        ("date", "21.11.2026", "“21.11.2026”"),
        ("date", datetime(1999, 1, 1), "1999-01-01 00:00:00"),
    ],
)
def test_the_first_sheet(key: str, value: object, shown: str) -> None:
    cell = start(key)
    assert problems(put("Start", cell, value)) == [("Start", int(cell[1:]), "C", shown)]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("date", "2026-05-01", {"held_on": datetime(2026, 5, 1).date()}),
        ("date", datetime(2026, 5, 1, 12), {"held_on": datetime(2026, 5, 1).date()}),
        ("date", None, {"held_on": TODAY}),
        ("set", "快速", {}),
        ("set", None, {"practice_set": "full"}),
        ("title", 2026, {"title": "2026"}),
    ],
)
def test_what_the_first_sheet_may_say(key: str, value: object, expected: dict[str, object]) -> None:
    if key == "set" and value:
        value, expected = "Quick", {"practice_set": "quick"}
    assert found(put("Start", start(key), value)) == replace(HARBOUR, **expected)


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", "cxmaturity-answers/9"), ("framework", "cmmi"), ("framework_version", 2), ("language", "de")],
)
def test_a_workbook_for_something_else(key: str, value: object) -> None:
    def change(book: Workbook) -> None:
        for row in book["Start"].iter_rows():
            if row[0].value == key:
                row[2].value = value

    assert [each[0] for each in problems(change)] == ["Start"]


@pytest.mark.parametrize("value", ["yes", "Yes", "TRUE", True])
def test_red_flags_may_be_typed(value: object) -> None:
    assert found(put("Red flags", "C6", value)).red_flags == {"RF-01", "RF-02", "RF-09"}


def test_red_flags_and_targets_that_are_not() -> None:
    assert problems(put("Red flags", "C6", "perhaps")) == [("Red flags", 6, "C", "“perhaps”")]
    assert problems(put("Red flags", "A6", "RF-99")) == [("Red flags", 6, "A", "“RF-99”")]
    assert found(put("Red flags", "C5", "No")).red_flags == {"RF-09"}
    assert problems(put("Target stages", "C6", "7")) == [("Target stages", 6, "C", "“7”")]
    assert found(put("Target stages", "C5", 3.0)).targets[HELP] == 3


def test_a_table_of_somebody_else() -> None:
    rows = (
        ("respondent", "group", "practice", "answer", "note"),
        ("Ann", "leaders", HELP, 3, "=text"),
        ("Bob", "Managers", FACTS, "dont_know", None),
    )
    data = repacked(table(*rows), lambda name, xml: empty(xml).replace(b"<f>text</f><v></v>", b"<v>0</v>"))
    assert read("t.xlsx", data, CX, today=TODAY).respondents == (
        Respondent("Ann", "leaders", {HELP: Answer(3, note="0")}),
        Respondent("Bob", "managers", {FACTS: Answer(dont_know=True)}),
    )


def test_a_table_that_does_not_say_who() -> None:
    (problem,) = refused("t.xlsx", table(("practice", "answer"), (HELP, 3)))
    assert (problem.place.sheet, problem.allowed) == ("", "Leaders, Managers, Frontline")


def test_a_column_twice() -> None:
    data = table(("respondent", "group", "practice", "answer", "Answer"), ("Ann", "leaders", HELP, 3, 4))
    assert [(each.place.sheet, each.place.row) for each in refused("t.xlsx", data)] == [("Sheet", None)]


def test_line_ends_of_excel() -> None:
    data = repacked(OURS, lambda name, xml: xml.replace(b"over two lines", b"_x000D_\nover two _x0000_lines"))
    note = read("q.xlsx", data, CX, today=TODAY).respondents[0].answers[HELP].note
    assert note == "=1+1 is text\n\nover two lines"
