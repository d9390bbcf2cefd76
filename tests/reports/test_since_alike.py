"""“Since last time” says the same in every form, and stands in none that leaves it out."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from pptx.oxml.ns import qn

from assessments.reports.document import ReportDocument
from assessments.reports.renderers import RENDERERS
from assessments.reports.renderers.pptx.texts import clean

from .docx_reading import everything, opened
from .pptx_reading import book, charts, deck, notes, slide_of, tables, texts, titles
from .second_round import second_round

LANGUAGES = ("en", "zh-hans", "zh-hant")
MOVED = {"l1": (25, 75), "l2": (25, 50), "con": (25, 0)}


@pytest.fixture(scope="module", params=LANGUAGES)
def document(request: pytest.FixtureRequest) -> ReportDocument:
    return second_round(request.param)


@pytest.fixture(scope="module")
def slides(document: ReportDocument) -> Any:
    return deck(document)


@pytest.fixture(scope="module")
def told(document: ReportDocument) -> list[tuple[object, ...]]:
    """The rows of its sheet."""
    return sheet(document)


def names(document: ReportDocument) -> dict[str, str]:
    return {each.id: each.name for each in document.profile.rows}


def sheet(document: ReportDocument) -> list[tuple[object, ...]]:
    found = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"].render(document)), read_only=True)
    return list(found[document.since.head.topic].iter_rows(values_only=True))


def test_every_form_has_the_same_numbers(document: ReportDocument, slides: Any, told: list[tuple[object, ...]]) -> None:
    moved = {names(document)[key]: scores for key, scores in MOVED.items()}
    data = json.loads(RENDERERS["json"].render(document))["since"]
    assert {each["id"]: (each["before"], each["now"]) for each in data["changed"]} == MOVED
    (frame,) = charts(slide_of(slides, clean(document.since.head.finding)))
    rows = book(frame)[1:]
    assert {row[0]: row[1:3] for row in rows} == {row[0]: row[3:5] for row in rows} == moved
    assert [row[5] for row in rows] == [each["points"] for each in data["changed"]]
    assert {row[0]: row[1:3] for row in told if row[0] in moved} == moved
    said = everything(opened(RENDERERS["docx"].render(document)))
    assert all(each.change in said for each in document.since.rows)


def test_the_sheet_has_level_trust_and_work(document: ReportDocument, told: list[tuple[object, ...]]) -> None:
    rows, section = {row[0]: row[1:4] for row in told}, document.since
    trust = json.loads(RENDERERS["json"].render(document))["since"]["trust"]
    level, index = section.figures
    assert rows[level.label] == (0, 1, level.change)
    before, now, change = rows[index.label]
    assert (before, now) == pytest.approx((trust["before"], trust["now"]), abs=1e-6) and change == index.change
    for each in section.done:
        assert rows[each.title][0] == each.day_text and (rows[each.title][2] or "") == each.practice_title
    assert section.head.finding in rows and section.caption in rows


def test_the_slides_say_it_with_reasons_in_their_notes(document: ReportDocument, slides: Any) -> None:
    section = document.since
    first = slide_of(slides, clean(section.head.finding))
    said = " ".join(texts(first))
    assert all(clean(each.change) in said for each in (*section.rows, *section.figures))
    spoken = notes(first)
    assert all(each.name in spoken and each.change in spoken for each in section.rows)
    assert all(clean(each) in spoken for each in (*section.head.paragraphs, section.caption))
    assert next(charts(first)[0]._element.iter(qn("p:cNvPr"))).get("descr")
    (table,) = [
        table for slide in slides.slides for table in tables(slide) if table.cell(0, 0).text == section.done_title
    ]
    assert [row.cells[0].text for row in list(table.rows)[1:]] == [each.title for each in section.done]


def test_where_nothing_moved_the_slide_says_so() -> None:
    document = second_round(moved={}, done=())
    slide = slide_of(deck(document), clean(document.since.head.finding))
    assert (
        "No level and no trust factor has visibly changed" in document.since.head.finding
        and not charts(slide)
        and not tables(slide)
    )
    assert {"0 → 0", "25 → 25"} <= {each for each in texts(slide) if "→" in each}


def test_of_a_milestone_of_before_it_shows_what_was_kept() -> None:
    document = second_round()
    document = replace(document, since=replace(document.since, figures=()))
    assert charts(slide_of(deck(document), clean(document.since.head.finding)))
    assert names(document)["l1"] in [row[0] for row in sheet(document)]


def test_who_leaves_it_out_finds_it_in_no_form() -> None:
    document = second_round()
    order = tuple(each.id for each in document.shown if each.id != "since")
    bare = replace(document, order=order)
    assert clean(document.since.head.finding) not in titles(deck(bare))
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"].render(bare)), read_only=True)
    assert document.since.head.topic not in book.sheetnames


def test_a_level_moves_by_whole_ones() -> None:
    level, _trust = second_round().since.figures
    assert (level.before, level.now, level.change) == ("0", "1", "up 1")
