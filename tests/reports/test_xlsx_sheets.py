"""The workbook as people meet it: its sheets, what can be changed in it, and that text stays text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from xml.sax.saxutils import escape
from zipfile import ZipFile

import openpyxl
import pytest

from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Answer, AnswerSheet, Respondent
from assessments.reports.document import ReportDocument
from assessments.reports.look import Look
from assessments.reports.renderers.to_xlsx import to_xlsx
from assessments.reports.renderers.xlsx.pen import text_of
from tests.maturity.builders import FRAMEWORK, TODAY, everything
from tests.maturity.builders import sheet as sheet_of

from .hostile import HOSTILE
from .sheets import random_sheet
from .test_build import FACTS, LANGUAGES, report

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "{=1}",
    "'=1",
)
FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"[^>]*><f[^>]*>(.*?)</f>', re.DOTALL)
NEWER = re.compile(r"_xlfn|FILTER\(|UNIQUE\(|SORT\(|XLOOKUP|LET\(|LAMBDA|SEQUENCE|TEXTJOIN|IFS?\.|INDIRECT|OFFSET")


def opened(document, look: Look = Look()) -> openpyxl.Workbook:  # noqa: B008 - a frozen value
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(document, look)))


@pytest.fixture(scope="module")
def document() -> ReportDocument:
    """Eleven people of three groups."""
    return report(random_sheet(5))


@pytest.fixture(scope="module")
def content(document: ReportDocument) -> bytes:
    return to_xlsx(document)


@pytest.fixture(scope="module")
def book(content: bytes) -> openpyxl.Workbook:
    """The workbook, opened: for tests that only read it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(book: openpyxl.Workbook):
    return (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_stand_in_their_order_with_heads_that_stay(language):
    document = report(random_sheet(5), language)
    book = opened(document)
    words = document.words
    expected = [
        words["summary"],
        *(words[f"sheet_{each}"] for each in ("scores", "answers", "evidence", "practices", "plan")),
    ]
    assert book.sheetnames[:6] == expected
    assert book.sheetnames[-1] == words["sheet_lines"]
    for sheet in book.worksheets[1:-1]:
        assert sheet.freeze_panes
        assert sheet.print_title_rows
    assert {sheet.page_setup.paperSize for sheet in book.worksheets} <= {8, 9}
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book.worksheets)


@pytest.mark.parametrize(("people", "pages"), [(1, (1, 1)), (14, (1, 1)), (15, (2, 1)), (60, (5, 4))])
def test_the_answers_of_many_print_on_pages_side_by_side(people, pages):
    """Sixty columns on one page could not be read; each page says which practice a row is."""
    answers = {each: Answer(stage=2, note="seen") for each in FRAMEWORK.practices}
    told = AnswerSheet(tuple(Respondent(f"P{at}", "leaders", answers) for at in range(people)), TODAY)
    document = report(told)
    book = opened(document)
    for name, last, wide in zip(("sheet_answers", "sheet_evidence"), "EB", pages, strict=True):
        sheet = book[document.words[name]]
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (wide, 0)
        assert sheet.print_title_cols.replace("$", "") == f"A:{last}"


def test_levels_and_factors_are_native_charts_over_cells(content):
    with ZipFile(io.BytesIO(content)) as file:
        charts = [
            file.read(name).decode() for name in file.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)
        ]
    assert len(charts) == 2
    for chart in charts:
        assert "<c:barChart>" in chart
        assert "<c:lineChart>" in chart  # the line of the gate
        assert "Scores!$B$" in chart.replace("'", "")


def test_only_answers_of_the_scale_can_be_typed(document, book):
    sheet = book[document.words["sheet_answers"]]
    rules = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert set(rules.values()) == {"cx_answers", "cx_stages", "cx_groups"}
    assert rules["F5:P60"] == "cx_answers"


@cache
def formulas_without(note: str) -> frozenset[tuple[str, str, str]]:
    """The formulas of a workbook in which nobody has typed anything like one, with their places."""
    given = {each: Answer(stage=2, note=note, evidence=note) for each in FRAMEWORK.practices}
    return formulas(to_xlsx(report(AnswerSheet((Respondent("P", "leaders", given),), TODAY))))


def formulas(content: bytes) -> frozenset[tuple[str, str, str]]:
    """As they stand in the file: sheet, cell, formula. To open it as a workbook would take ten times as long."""
    with ZipFile(io.BytesIO(content)) as file:
        sheets = [name for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        return frozenset((name, *each) for name in sheets for each in FORMULA.findall(file.read(name).decode()))


@pytest.mark.parametrize("word", [*FORMULAS, *HOSTILE[:40:3]])
def test_what_people_typed_is_never_a_formula(word):
    given = {each: Answer(stage=2, note=word, evidence=word) for each in FRAMEWORK.practices}
    answers = AnswerSheet((Respondent(word, "leaders", given),), TODAY)
    content = to_xlsx(report(answers, "en", replace(FACTS, company=word, title=word, prepared_by=word)))
    kept = text_of(word).strip()
    assert formulas(content) == formulas_without("Seen" if kept else "")
    if kept in FORMULAS:
        with ZipFile(io.BytesIO(content)) as file:
            assert escape(kept) in file.read("xl/sharedStrings.xml").decode()


def test_every_program_knows_the_functions(book):
    assert not [cell.value for cell in cells(book) if cell.data_type == "f" and NEWER.search(cell.value)]


def test_of_an_anonymous_assessment_only_sealed_blocks_are_there():
    people = random_sheet(5)
    named = replace(
        people, respondents=tuple(replace(each, name=f"Zacharias {n}") for n, each in enumerate(people.respondents))
    )
    document = report(anonymous_sheet(FRAMEWORK, named, 4))
    book = opened(document)
    heads = [cell.value for cell in book[document.words["sheet_answers"]][3][5:]]
    groups = [cell.value for cell in book[document.words["sheet_answers"]][4][5:]]
    assert not any("Zacharias" in str(cell.value) for cell in cells(book))
    assert heads[0] == "Leaders 1"
    assert set(groups) >= {"Leaders", "Managers and frontline"}
    assert document.words["sealed_answers"] in [cell.value for cell in book[document.words["sheet_answers"]]["A"]]


def test_who_leaves_out_the_answers_leaves_out_what_tells_them(document):
    kept = replace(document, order=("pyramid", "trust", "steps", "method"))
    book = opened(kept)
    words = document.words
    assert not {words["sheet_answers"], words["sheet_practices"], words["sheet_notes"], document.gap.head.topic} & set(
        book.sheetnames
    )
    assert not any(cell.data_type == "f" for cell in cells(book))


def test_a_house_gives_its_name_and_colour():
    document = report(random_sheet(0))
    book = opened(document, Look(name="Lighthouse", accent="#7A1F5C", footer="Lighthouse & Co"))
    assert book.properties.creator == "Lighthouse"
    assert book.worksheets[1]["A4"].fill.start_color.rgb == "FF7A1F5C"
    assert "Lighthouse && Co" in book.worksheets[1].oddFooter.left.text or "Lighthouse" in str(
        book.worksheets[1].oddFooter.left.text
    )


def test_the_same_document_gives_the_same_bytes(document, content):
    assert to_xlsx(document) == content


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_chinese_on_the_first_sheet_has_its_own_colons(language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(report(random_sheet(3), language))))
    told = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert any("：" in text for text in told)
    assert not [text for text in told if ": " in text]


def test_the_red_flags_stand_under_their_number_without_its_name_before_each():
    document = report(replace(random_sheet(5), red_flags=frozenset(list(FRAMEWORK.flags)[:3])))
    told = [cell.value for (cell, *_) in opened(document)[document.words["summary"]].iter_rows() if cell.value]
    at = told.index("Red flags: 3 red flags are open.")
    assert told[at + 1 : at + 4] == [each.title for each in document.flags.flags]


def test_the_numbers_of_a_chart_stand_on_paper(content):
    """So that the line of the gate ends beside them instead of crossing them out."""
    with ZipFile(io.BytesIO(content)) as file:
        chart = file.read("xl/charts/chart1.xml").decode()
    labels = chart[chart.index("<c:dLbls>") : chart.index("</c:dLbls>")]
    assert '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>' in labels.split("<c:txPr>")[0]


def test_the_plan_shows_the_priorities_of_the_report():
    """Both round a half up: 1.125 is 1.13 in every spreadsheet, and not 1.12 in the report."""
    document = report(sheet_of(everything(1, con=0)))
    halves = [each for each in document.all_steps if round(each.priority.value * 1000) % 10 == 5]
    assert halves
    for each in document.all_steps:
        assert each.priority.text == f"{int(each.priority.value * 100 + 0.5 + 1e-9) / 100:.2f}"
