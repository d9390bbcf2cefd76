"""Workbooks after hours in other hands: keys and headers lost, words typed in other ways, sheets copied."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.utils import translation
from openpyxl import Workbook

from assessments.content.schema import LANGUAGES
from assessments.files.words import lists

from .samples import CX, HARBOUR, HELP, changed, harbour, refused, sheet_names
from .test_read_xlsx import OURS, found, problems, put, start

PLACES = {
    "en": "q.xlsx, sheet “Start”, row 17, column C",
    "zh-hans": "q.xlsx，工作表“Start”，第17行，C列",
    "zh-hant": "q.xlsx，工作表「Start」，第17列，C欄",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_allowed_is_said_in_the_words_of_the_list(language: str) -> None:
    texts = lists(CX, language)
    with translation.override(language):
        (answer,) = refused("q.xlsx", changed(OURS, put("1 Inform", "C5", 7)))
        (group,) = refused("q.xlsx", changed(OURS, put("Start", start("group"), "boss")))
        place = str(group.place)
    comma = ", " if language == "en" else "、"
    assert answer.allowed == comma.join(texts["answer"].values())
    assert group.allowed == comma.join(texts["group"].values())
    assert place == PLACES[language]


def test_problems_stand_in_the_order_of_the_workbook() -> None:
    def change(book: Workbook) -> None:
        book["Start"][start("date")] = "x"
        book["Start"][start("group")] = "x"
        book["2 Resolve"].delete_cols(1)
        book["1 Inform"]["C7"] = book["Red flags"]["C6"] = book["Target stages"]["C6"] = "x"
        book["1 Inform"]["D6"], book["1 Inform"]["C6"] = "y" * 5001, "x"

    places = [(sheet, column, row) for sheet, row, column, _found in problems(change)]
    assert [f"{sheet} {column}{row or ''}" for sheet, column, row in places] == [
        f"Start {start('group')}", f"Start {start('date')}", "1 Inform C6", "1 Inform D6", "1 Inform C7", "2 Resolve ",
        "Red flags C6", "Target stages C6",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Not applicable", "不适用", "不適用：", "N/A", "na"])
def test_not_applicable_alone_needs_a_reason_in_every_language(text: str) -> None:
    (problem,) = refused("q.xlsx", changed(OURS, put("1 Inform", "C5", text)))
    assert problem.message == "“Not applicable” needs a reason."


@pytest.mark.parametrize("sheet", ["1 Inform", "Red flags", "Target stages"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_without_its_keys_is_never_passed_over(sheet: str, language: str) -> None:
    place = sheet_names(OURS).index(sheet)
    ours = harbour(language)
    for rows in ((), (1,)):

        def change(book: Workbook, rows: tuple[int, ...] = rows) -> None:
            for row in rows:
                book.worksheets[place].delete_rows(row)
            book.worksheets[place].delete_cols(1)

        titles = [each.place.sheet for each in refused("q.xlsx", changed(ours, change))]
        assert titles == [sheet_names(ours)[place]]


def test_red_flags_that_have_lost_their_header() -> None:
    assert problems(lambda book: book["Red flags"].delete_rows(1, 4)) == [("Red flags", None, "", "")]


def test_keys_in_capitals_and_with_other_blanks() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"]["A5"] = "\u00a0L1-Searchable-Help "
        book["Red flags"]["A5"] = "rf-01"
        book["Target stages"]["A5"] = "L1‑searchable‑help"
        book["Target stages"]["C5"] = "2.0"

    file = found(change)
    assert file.respondents[0].answers[HELP] == HARBOUR.respondents[0].answers[HELP]
    assert file.red_flags == HARBOUR.red_flags
    assert file.targets == {**HARBOUR.targets, HELP: 2}


def test_a_hidden_header_that_is_lost_in_part_is_completed_from_the_visible_one() -> None:
    def change(book: Workbook) -> None:
        book["1 Inform"]["D1"] = book["1 Inform"]["E1"] = None

    assert found(change) == HARBOUR


def test_a_second_first_sheet_that_says_something_else() -> None:
    def change(book: Workbook) -> None:
        copy = book.copy_worksheet(book["Start"])
        copy[start("group")] = "Leaders"

    ((_sheet, row, column, said),) = problems(change)
    assert (f"{column}{row}", said) == (start("group"), "“Leaders”")


def test_a_list_of_words_that_nobody_knows() -> None:
    def change(book: Workbook) -> None:
        book["Lists"].append(("colour", "red", "Red"))

    assert found(change) == HARBOUR


def test_a_workbook_without_its_first_sheet_says_so() -> None:
    (problem,) = refused("q.xlsx", changed(OURS, lambda book: book.remove(book["Start"])))
    assert problem.message.startswith("The first sheet of the download is missing")


@pytest.mark.parametrize(
    "written", ["2026/3/5", "2026年3月5日", "2026-3-5", "２０２６.03.05", "2026-03-05 00:00:00", "2026-03-05T00:00:00"]
)
def test_a_day_typed_with_the_year_first(written: str) -> None:
    assert found(put("Start", start("date"), written)).held_on == date(2026, 3, 5)


@pytest.mark.parametrize("written", ["5/3/2026", "05.03.2026", "2026/13/5", "2026/2/30", "spring", "46347"])
def test_a_day_that_may_mean_another(written: str) -> None:
    assert problems(put("Start", start("date"), written))[0][3] == f"“{written}”"


def test_a_table_that_names_people_but_not_their_groups_is_told_which_column_is_missing() -> None:
    book = Workbook()
    book.active.title = "answers"
    book.active.append(["respondent", "practice", "answer"])
    book.active.append(["ann", HELP, 2])
    data = io.BytesIO()
    book.save(data)
    (problem,) = refused("q.xlsx", data.getvalue())
    assert str(problem) == (
        "q.xlsx, sheet “answers”: The column “group” is missing. Allowed: a header with the columns respondent, group, "
        "practice, answer, note, evidence."
    )


@pytest.mark.parametrize("sheet", ["1 Inform", "Red flags", "Target stages"])
@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_what_is_filled_in_on_a_hidden_sheet_is_neither_taken_nor_left_out_untold(sheet: str, state: str) -> None:
    def change(book: Workbook) -> None:
        book[sheet].sheet_state = state

    assert problems(change) == [(sheet, None, "", "")]


def test_an_old_copy_put_aside_is_named_and_not_every_answer_on_it() -> None:
    def change(book: Workbook) -> None:
        copy = book.copy_worksheet(book["1 Inform"])
        copy.title, copy.sheet_state = "before", "hidden"

    (problem,) = refused("q.xlsx", changed(OURS, change))
    assert str(problem) == (
        "q.xlsx, sheet “before”: This sheet is hidden, but something is filled in. "
        "Show it if that counts, else delete it."
    )


def test_hidden_sheets_with_nothing_filled_in_do_no_harm() -> None:
    def change(book: Workbook) -> None:
        book["3 Respond"].sheet_state = book["Start"].sheet_state = "hidden"
        book["1 Inform"].row_dimensions[5].hidden = True

    assert found(change) == HARBOUR
