"""Our workbook as a person meets it: sheets, drop-down lists, help, protection, print."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from assessments.content.schema import LANGUAGES
from assessments.files.value import AnswerFile
from assessments.files.writing import write
from assessments.files.xlsx_paper import height, sheet_name
from assessments.maturity.answers import Answer, Respondent

from .samples import CX, HARBOUR, HELP, HOSTILE, TODAY, harbour


def book(file: AnswerFile = HARBOUR, language: str = "en") -> Workbook:
    return load_workbook(io.BytesIO(write("xlsx", file, CX, language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sheet_for_each_dimension(language: str) -> None:
    names = [f"{number} {each.name.to(language)}" for number, each in enumerate(CX.dimensions, 1)]
    ours = book(language=language)
    assert ours.sheetnames[1:11] == names
    assert [len(name) <= 31 for name in ours.sheetnames] == [True] * 14
    assert ours["Lists"].sheet_state == "hidden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_practices_with_their_stages_as_help(language: str) -> None:
    for sheet, dimension in zip(book(language=language).worksheets[1:11], CX.dimensions, strict=True):
        for line, practice in enumerate(dimension.practices, 5):
            assert sheet.cell(line, 1).value == practice.id
            assert sheet.cell(line, 2).value == f"{practice.title.to(language)}\n{practice.question.to(language)}"
            assert [sheet.cell(line, 6 + stage).value for stage in range(5)] == [
                text.to(language) for text in practice.stages
            ]
            assert practice.stages[4].to(language) in sheet.cell(line, 3).comment.text


def test_keys_stand_whole_in_their_column() -> None:
    """A key wraps at its hyphens, so that no part of it may be wider than the column at the size of keys."""
    file = replace(HARBOUR, targets=dict.fromkeys(CX.practices, 3))
    for sheet in book(file).worksheets[1:13]:
        room = sheet.column_dimensions["A"].width * 10.5 / 8
        for (cell,) in sheet.iter_rows(min_row=5, max_col=1):
            assert cell.alignment.wrap_text
            parts = [cell.value] if sheet.row_dimensions[cell.row].height < 30 else cell.value.split("-")
            assert max(map(len, parts)) < room


def test_the_quick_set_asks_two_practices_a_dimension() -> None:
    sheets = book(AnswerFile(TODAY, practice_set="quick")).worksheets[1:11]
    assert [[cell.value for cell in sheet["A"][4:] if cell.value] for sheet in sheets] == [
        [practice.id for practice in dimension.practices if practice.quick] for dimension in CX.dimensions
    ]


def test_answers_are_chosen_from_a_list() -> None:
    ours = book()
    for sheet in ours.worksheets[1:11]:
        rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
        assert (rules["C5"].type, rules["D5"].formula1, rules["E5"].formula1) == ("list", "5000", "2000")
    first, last = rules["C5"].formula1.removeprefix("Lists!").replace("$", "").split(":")
    assert [cell.value for (cell,) in ours["Lists"][f"{first}:{last}"]] == [
        *("0 Absent", "1 Ad hoc", "2 Defined", "3 Managed", "4 Leading", "Don’t know"),
        *(f"Not applicable: {reason.title.en}" for reason in CX.not_applicable_reasons),
    ]


def test_only_cells_to_fill_in_are_open() -> None:
    for sheet in book().worksheets[1:11]:
        assert sheet.protection.sheet
        assert [cell.protection.locked for cell in sheet[5]] == [True, True, False, False, False, *[True] * 5]


def test_frozen_panes_and_paper() -> None:
    for sheet in book().worksheets[1:11]:
        assert sheet.freeze_panes == "D5"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.row_dimensions[1].hidden


def test_how_far_it_is() -> None:
    start = book()["Start"]
    cells = {row[1].value: row[2] for row in start.iter_rows() if row[2].value}
    assert cells["1 Inform"].value == '=""&COUNTA(\'1 Inform\'!$C$5:$C$10)&" of 6"'
    values = load_workbook(io.BytesIO(harbour("en")), data_only=True)["Start"]
    assert values[cells["1 Inform"].coordinate].value == "2 of 6"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_never_becomes_a_formula_or_a_link(text: str) -> None:
    person = Respondent("x", "leaders", {HELP: Answer(1, note=text, evidence="https://example.com")})
    with zipfile.ZipFile(io.BytesIO(write("xlsx", replace(HARBOUR, respondents=(person,)), CX, "en"))) as parts:
        sheet = parts.read("xl/worksheets/sheet2.xml")
    assert b"<f>" not in sheet.split(b"<conditionalFormatting")[0]
    assert b"<hyperlink" not in sheet


def test_names_of_sheets() -> None:
    assert sheet_name("a[b]c:d*e?f/g\\h") == "a b c d e f g h"
    assert sheet_name("'quoted'") == "quoted"
    assert sheet_name("x" * 40) == "x" * 31


def test_heights_of_rows() -> None:
    assert height([("x", 10, 10.5)]) < height([("x" * 30, 10, 10.5)]) < height([("字" * 30, 10, 10.5)])
    assert height([("x" * 100_000, 10, 10.5)]) == 400
