"""The same scores in every document and on screen: nobody can be shown two results."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import openpyxl
import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from assessments.maturity.answers import Agreed
from assessments.reports.build import build
from assessments.reports.document import FlagRow, ReportDocument
from assessments.reports.renderers import RENDERERS
from assessments.reports.sections.value import value_section
from assessments.results.sources import assess
from assessments.views.report.report_page import render_body
from tests.maturity.builders import FRAMEWORK, TODAY
from tests.office import pages_of
from tests.value.test_value import full

from .sheets import random_sheet
from .test_build import FACTS, LANGUAGES

# Eleven people of three groups in each language; the short set, and one person with holes, in one: what a form does
# with a number does not depend on the language, and what is said of each in each is in test_build.py.
CASES = [*((5, language) for language in LANGUAGES), (4, "zh-hant"), (8, "zh-hans")]
AGREEING = (5, 8)
TEXT = qn("w:t")


@pytest.fixture(scope="module", params=CASES, ids=str)
def document(request) -> ReportDocument:
    seed, language = request.param
    found = random_sheet(seed)
    if seed in AGREEING:
        found = replace(found, agreed={"l1-accurate-facts": Agreed(1, "seen"), "con-promise-ledger": Agreed(3, "seen")})
    return build(assess(FRAMEWORK, found, FACTS, language, TODAY))


@pytest.fixture(scope="module")
def book(document) -> openpyxl.Workbook:
    """The workbook, opened: four tests read it, and reading takes as long as writing."""
    return openpyxl.load_workbook(io.BytesIO(made(document, "xlsx")), data_only=True)


def made(document, kind: str) -> bytes:
    return RENDERERS[kind].render(document)


def as_json(document):
    return json.loads(made(document, "json"))


def scores(document) -> dict[str, float | None]:
    """The ten scores, from the scorecard itself."""
    return {each.id: each.score for each in document.card.dimensions}


def test_json_has_the_scores(document):
    data = as_json(document)
    found = {each["id"]: each["score"] for each in (*data["levels"], *data["trust"]["factors"])}
    assert found == {key: None if score is None else round(score, 6) for key, score in scores(document).items()}
    assert data["headline"]["achieved_level"] == document.pyramid.achieved


def test_the_workbook_has_the_scores(document, book):
    """Where they are calculated, and where they stand as the report has them."""
    names = [row.name for row in document.profile.rows]
    for sheet, first in ((book[document.words["sheet_scores"]], 5), (book[document.profile.head.topic], 2)):
        rows = list(sheet.iter_rows(min_row=first, max_row=first + len(names) - 1, values_only=True))
        assert [row[0] for row in rows] == names
        for row, score in zip(rows, scores(document).values(), strict=True):
            assert row[1] in (None, "") if score is None else row[1] == pytest.approx(score)


def test_the_workbook_has_every_practice_every_answer_and_every_step(document, book):
    words = document.words
    practices = book[words["sheet_practices"]]
    assert [row[0] for row in practices.iter_rows(min_row=4, values_only=True)] == list(document.card.practices)
    answers = [row[5:] for row in book[words["sheet_answers"]].iter_rows(min_row=5, values_only=True)]
    shown = [each for row in answers for each in row if each is not None]
    assert len(shown) == sum(answer != "" for each in document.workings.practices for answer in each.answers)
    assert book[words["sheet_plan"]].max_row == 3 + max(len(document.recommendations.steps), 0)


def test_the_pdf_prints_the_scores(document):
    text = _tight("".join(pages_of(made(document, "pdf"))))
    for row in document.profile.rows:
        assert _tight(row.name + ("" if row.score.value is None else row.score.text)) in text
    assert _tight(document.finding) in text
    for practice in document.card.practices:
        assert _tight(FRAMEWORK.practices[practice].title.to(document.language)) in text


def test_the_boards_summary_prints_the_scores(document):
    first = _tight(pages_of(made(document, "board-pdf"))[0])
    for row in document.profile.rows:
        assert _tight(row.name) in first
        assert row.score.text in first
    assert _tight(document.finding) in first


def test_the_slides_have_the_scores(document):
    """In the cells of the charts that can be edited, and in what stands on the slides."""
    slides = Presentation(io.BytesIO(made(document, "pptx"))).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    drawn = {value for chart in charts for plot in chart.plots for series in plot.series for value in series.values}
    for row in document.profile.rows:
        assert row.score.value is None or float(row.score.text) in drawn
    assert _tight(document.finding) in _tight("".join(_words(slides)))


def _words(slides) -> Iterator[str]:
    for slide in slides:
        yield from (shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_text_document_prints_the_scores(document):
    word = Document(io.BytesIO(made(document, "docx")))
    (profile,) = [each for each in word.tables if len(each.columns) == 7]
    told = [[cell.text for cell in row.cells[:2]] for row in profile.rows]
    assert told[1:] == [[row.name, row.score.text] for row in document.profile.rows]
    text = _tight("".join(each.text or "" for each in word.element.body.iter(TEXT)))
    assert _tight(document.finding) in text


def test_the_screen_shows_the_scores(document):
    with override(document.language):
        html = render_body(document, "/r/").decode()
    for row in document.profile.rows:
        assert f'<a class="cx-open-number" href="/r/numbers/{row.id}/" data-number>{row.score.text}</a>' in html


def gaps(document) -> dict[str, float | None]:
    """The perception gap of each dimension, from the core itself."""
    return {each.id: each.gap.stages if each.gap else None for each in document.perception.dimensions}


def test_every_form_tells_the_same_gaps(document, book):
    expected = gaps(document)
    told = {each["id"]: each["gap"] for each in as_json(document)["perception"]["dimensions"]}
    assert told == {key: None if gap is None else round(gap, 6) for key, gap in expected.items()}
    rows = {row.id: row for row in document.gap.rows}
    assert all(row.gap.value == expected[key] for key, row in rows.items())
    topic = document.gap.head.topic
    assert (topic in book.sheetnames) == bool(rows)
    cells = book[topic].iter_rows(min_row=2, min_col=5, max_col=5, values_only=True) if rows else ()
    shown = [value for (value,) in cells if value is not None]
    assert shown == pytest.approx([row.gap.value for row in rows.values() if row.gap.value is not None])
    with override(document.language):
        html = render_body(document, "/r/").decode()
    for key, row in rows.items():
        assert f'<a class="cx-open-number" href="/r/numbers/gap-{key}/" data-number>{row.gap.text}</a>' in html


def test_every_form_tells_what_was_agreed_beside_what_was_said(document, book):
    practices = {each["id"]: each for each in as_json(document)["practices"]}
    for row in book[document.words["sheet_practices"]].iter_rows(min_row=4, values_only=True):
        found = document.card.practices[row[0]]
        assert (row[4] or None if row[4] == "" else row[4]) == found.agreed == practices[row[0]]["agreed"]
        assert row[5] in (None, "") if found.self_rated is None else row[5] == pytest.approx(found.self_rated)
    lines = [row for group in document.answers.groups for row in group.rows]
    told = [row.practice for row in lines if any(each.who == voices_head(document) for each in row.voices)]
    assert told == [each.id for each in document.card.agreed]


def voices_head(document) -> str:
    """Under what name an agreed stage stands among the voices."""
    with override(document.language):
        return _("Agreed in the review")


def test_the_documents_name_the_same_practices_of_a_flag():
    """Each once: in what the flag changes, or else after it."""
    whole = build(assess(FRAMEWORK, random_sheet(4), FACTS, "en", TODAY))
    flag = FlagRow("RF-18", "Flag", "About", "Raises the priority of “Alpha work”.", ("Alpha work", "Beta work"))
    document = replace(whole, flags=replace(whole.flags, flags=(flag,)), order=("flags", "method"))
    body = Document(io.BytesIO(RENDERERS["docx"].render(document))).element.body
    slides = Presentation(io.BytesIO(RENDERERS["pptx"].render(document))).slides
    cells = (shape.table.iter_cells() for slide in slides for shape in slide.shapes if shape.has_table)
    told = (
        "".join(pages_of(RENDERERS["pdf"].render(document))),
        "".join(each.text or "" for each in body.iter(TEXT)),
        "".join(cell.text for table in cells for cell in table),
    )
    for text in told:
        assert (text.count("Alpha work"), text.count("Beta work")) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_has_the_same_tables_of_worth(language):
    """Heads and cells, word for word: a document, the slides, the page and the PDF."""
    with override(language):
        worth = value_section(full(), "EUR", 1)
        whole = build(assess(FRAMEWORK, random_sheet(4), FACTS, language, TODAY))
        document = replace(whole, value=worth, order=("value", "method"))
        page = _tight(re.sub("<[^>]*>", "", unescape(render_body(document, "/r/").decode())))
    body = Document(io.BytesIO(RENDERERS["docx"].render(document)))
    written = [[_lines(row.cells) for row in table.rows] for table in body.tables]
    slides = Presentation(io.BytesIO(RENDERERS["pptx"].render(document))).slides
    shown = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    drawn = [_lines(row.cells) for table in shown for row in table.rows]
    printed = _tight("".join(pages_of(RENDERERS["pdf"].render(document))))
    for table, on_slides in ((worth.ranges, True), (worth.swayed(worth.tornados[0]), True), (worth.assumptions, False)):
        rows = [[[line.text for line in lines] for _column, lines in row] for row in table.placed]
        told = [[[each] for each in table.heads], *rows]
        assert told in written
        assert all(row in drawn for row in told) == on_slides
        for text in (each for row in told for lines in row for each in lines):
            assert _tight(text) in page and _tight(text) in printed


def _lines(cells) -> list[list[str]]:
    return [cell.text.split("\n") for cell in cells]


def _tight(text: str) -> str:
    """Text without white space and break marks: lines break where the page ends."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)
