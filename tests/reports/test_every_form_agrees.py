"""The same scores in JSON, workbook, PDF and on screen: nobody can be shown two results."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import openpyxl
import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override
from pypdf import PdfReader

from assessments.maturity.answers import Agreed
from assessments.reports.build import build
from assessments.reports.document import ReportDocument
from assessments.reports.renderers import RENDERERS
from assessments.results import assess
from assessments.views.report_page import render_body
from tests.maturity.builders import FRAMEWORK, TODAY

from .sheets import random_sheet
from .test_build import FACTS, LANGUAGES

SEEDS = (3, 4, 5, 8)
AGREEING = (5, 8)


@pytest.fixture(scope="module", params=[(seed, language) for seed in SEEDS for language in LANGUAGES], ids=str)
def document(request) -> ReportDocument:
    seed, language = request.param
    found = random_sheet(seed)
    if seed in AGREEING:
        found = replace(found, agreed={"l1-accurate-facts": Agreed(1, "seen"), "con-promise-ledger": Agreed(3, "seen")})
    return build(assess(FRAMEWORK, found, FACTS, language, TODAY))


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


def gaps(document) -> dict[str, float | None]:
    """The perception gap of each dimension, from the core itself."""
    return {each.id: each.gap.stages if each.gap else None for each in document.perception.dimensions}


def test_every_form_tells_the_same_gaps(document):
    expected = gaps(document)
    told = {each["id"]: each["gap"] for each in as_json(document)["perception"]["dimensions"]}
    assert told == {key: None if gap is None else round(gap, 6) for key, gap in expected.items()}
    rows = {row.id: row for row in document.gap.rows}
    assert all(row.gap.value == expected[key] for key, row in rows.items())
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"].render(document)))
    sheet = book[document.gap.head.topic]
    shown = [
        value for (value,) in sheet.iter_rows(min_row=2, min_col=5, max_col=5, values_only=True) if value is not None
    ]
    assert shown == pytest.approx([row.gap.value for row in rows.values() if row.gap.value is not None])
    with override(document.language):
        html = render_body(document, "/r/").decode()
    for key, row in rows.items():
        assert f'<a class="cx-open-number" href="/r/numbers/gap-{key}/" data-number>{row.gap.text}</a>' in html


def test_every_form_tells_what_was_agreed_beside_what_was_said(document):
    practices = {each["id"]: each for each in as_json(document)["practices"]}
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"].render(document)))
    for row in book.worksheets[2].iter_rows(min_row=2, values_only=True):
        found = document.card.practices[row[0]]
        assert row[6] == found.agreed == practices[row[0]]["agreed"]
        assert (row[7] is None) if found.self_rated is None else (row[7] == pytest.approx(found.self_rated))
    lines = [row for group in document.answers.groups for row in group.rows]
    told = [row.practice for row in lines if any(each.who == voices_head(document) for each in row.voices)]
    assert told == [each.id for each in document.card.agreed]


def voices_head(document) -> str:
    """Under what name an agreed stage stands among the voices."""
    with override(document.language):
        return _("Agreed in the review")


def _tight(text: str) -> str:
    """Text without white space and break marks: lines break where the page ends."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)
