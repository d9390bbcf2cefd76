"""The sheet of evidence, and whom it must not give away."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Answer
from assessments.maturity.nameless import nameless
from assessments.reports.document import ReportDocument
from assessments.reports.renderers.to_xlsx import to_xlsx
from assessments.reports.renderers.xlsx.joining import joined
from tests.maturity.builders import FRAMEWORK

from .second_round import SECOND, answers
from .sheets import random_sheet
from .test_build import LANGUAGES, report

FIRST, SECOND_ONE, *_ = FRAMEWORK.practices


def noted():
    """Six people, the first of whom noted something on the first practice, the second of whom has a link on the next."""
    sheet = answers(SECOND, {"l1": 4})
    people = list(sheet.respondents)
    for place, (key, told) in enumerate(((FIRST, {"note": "Seen"}), (SECOND_ONE, {"evidence": "https://example.com"}))):
        people[place] = replace(people[place], answers={**people[place].answers, key: Answer(stage=4, **told)})
    return replace(sheet, respondents=tuple(people))


def marks(document: ReportDocument) -> list[tuple[int, int]]:
    """Practice and person of every mark, counted from zero."""
    book, words = openpyxl.load_workbook(io.BytesIO(to_xlsx(document))), document.words
    rows = book[words["sheet_evidence"]].iter_rows(min_row=5, min_col=3, values_only=True)
    found = [(row, column) for row, cells in enumerate(rows) for column, cell in enumerate(cells) if cell]
    assert len(found) == len([each for each in cells_of(book[words["sheet_evidence"]]) if each == words["yes"]])
    return found


def cells_of(sheet) -> list[object]:
    return [cell for row in sheet.iter_rows(min_row=5, min_col=3, values_only=True) for cell in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_stands_for_a_note_or_a_link(language: str) -> None:
    assert marks(report(noted(), language)) == [(0, 0), (1, 1)]


def test_a_report_without_names_still_counts_what_has_evidence() -> None:
    assert len(marks(report(nameless(noted())))) == 2


def test_of_an_anonymous_assessment_no_answer_is_marked() -> None:
    document = report(anonymous_sheet(FRAMEWORK, noted(), 5))
    book, words = openpyxl.load_workbook(io.BytesIO(to_xlsx(document))), document.words
    assert words["sheet_evidence"] not in book.sheetnames and not any(
        each.backed for each in document.workings.practices
    )
    sheet = book[words["sheet_scores"]]
    told = {row[0]: row[9] for row in sheet.iter_rows(min_row=5, max_row=14, values_only=True)}
    names = {each.id: each.name for each in document.profile.rows}
    assert told == {names[each.id]: each.evidenced for each in document.card.dimensions}  # numbers of the report
    assert words["sealed_evidence"] in sheet["A2"].value


def test_a_milestone_of_before_has_its_workbook_without_that_sheet() -> None:
    document = report(random_sheet(5))
    bare = tuple(replace(each, backed=()) for each in document.workings.practices)
    new = ("sheet_evidence", "evidence_about", "sealed_evidence", "evidenced_level", "line_evidence_from")
    words = {key: text for key, text in document.words.items() if key not in (*new, "line_unproven_cap")}
    book = openpyxl.load_workbook(
        io.BytesIO(to_xlsx(replace(document, words=words, workings=replace(document.workings, practices=bare))))
    )
    assert document.words["sheet_scores"] in book.sheetnames and document.words["sheet_evidence"] not in book.sheetnames


@pytest.mark.parametrize(("language", "code"), [("en", "Code"), ("zh-hans", "代码"), ("zh-hant", "代碼")])
def test_no_head_is_a_word_of_ours_and_no_space_stands_before_a_wide_bracket(language: str, code: str) -> None:
    document = report(random_sheet(5), language)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(document)))
    assert book[document.words["sheet_practices"]]["A3"].value == code
    told = [cell for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [each for each in told if isinstance(each, str) and (" （" in each or " 「" in each)]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("1.6", "（滿分4）", "1.6（滿分4）"), ("1.6", "(of 4)", "1.6 (of 4)"), ("43", "「回應」", "43「回應」"),
        ("So.", "“It” is", "So. “It” is"), ("如此。", "另外", "如此。另外"), ("43", "分", "43 分"), ("", "a", "a"), ("a", "", "a"),
    ],
)  # fmt: skip
def test_two_texts_in_a_cell(first: str, second: str, told: str) -> None:
    assert joined(first, second) == told
