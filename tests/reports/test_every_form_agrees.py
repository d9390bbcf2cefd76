"""The same scores in JSON, workbook, PDF and on screen: nobody can be shown two results."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest
from django.utils.translation import override
from pypdf import PdfReader

from assessments.reports.build import build
from assessments.reports.document import ReportDocument
from assessments.reports.renderers import RENDERERS
from assessments.results import assess
from assessments.views.report_page import render_body
from tests.maturity.builders import FRAMEWORK, TODAY

from .sheets import random_sheet
from .test_build import FACTS, LANGUAGES

SEEDS = (3, 4, 5, 8)


@pytest.fixture(scope="module", params=[(seed, language) for seed in SEEDS for language in LANGUAGES], ids=str)
def document(request) -> ReportDocument:
    seed, language = request.param
    return build(assess(FRAMEWORK, random_sheet(seed), FACTS, language, TODAY))


def as_json(document):
    return json.loads(RENDERERS["json"].render(document))


def scores(document) -> dict[str, float | None]:
    """The ten scores, from the scorecard itself."""
    return {each.id: each.score for each in document.card.dimensions}


def test_json_has_the_scores(document):
    data = as_json(document)
    found = {each["id"]: each["score"] for each in (*data["levels"], *data["trust"]["factors"])}
    assert found == {key: None if score is None else round(score, 6) for key, score in scores(document).items()}
    assert data["headline"]["achieved_level"] == document.pyramid.achieved


def test_the_workbook_has_the_scores(document):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"].render(document)))
    rows = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    names = [row.name for row in document.profile.rows]
    assert [row[0] for row in rows] == names
    for row, score in zip(rows, scores(document).values(), strict=True):
        assert row[1] is None if score is None else row[1] == pytest.approx(score)


def test_the_workbook_has_every_practice_and_every_step(document):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"].render(document)))
    assert [row[0].value for row in book.worksheets[2].iter_rows(min_row=2)] == list(document.card.practices)
    assert book.worksheets[3].max_row == 1 + len(document.recommendations.steps)


def test_the_pdf_prints_the_scores(document):
    pages = PdfReader(io.BytesIO(RENDERERS["pdf"].render(document))).pages
    text = _tight("".join(page.extract_text() for page in pages))
    for row in document.profile.rows:
        assert _tight(row.name) in text
        assert row.score.text in text
    assert _tight(document.finding) in text
    for practice in document.card.practices:
        assert _tight(FRAMEWORK.practices[practice].title.to(document.language)) in text


def test_the_screen_shows_the_scores(document):
    with override(document.language):
        html = render_body(document, "/r/").decode()
    for row in document.profile.rows:
        assert f'<a class="cx-open-number" href="/r/numbers/{row.id}/" data-number>{row.score.text}</a>' in html


def _tight(text: str) -> str:
    """Text without white space and break marks: lines break where the page ends."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)
