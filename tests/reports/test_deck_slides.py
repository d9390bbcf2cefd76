"""Slides of a deck: nothing twice, nothing crossed out, no slide left almost empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessments.reports.renderers.pptx.texts import clean
from tests.maturity.builders import FRAMEWORK, everything, sheet

from .pptx_reading import charts, deck, slide_of, tables, texts, title_of
from .test_build import LANGUAGES, report


def test_a_flag_names_each_practice_once():
    document = report(sheet(everything(2), red_flags=list(FRAMEWORK.flags)[:10]))
    slides = [each for each in deck(document).slides if tables(each)]
    of_flags = [each for each in slides if title_of(each) == clean(document.flags.head.finding)]
    assert len(of_flags) > 1
    said = [text for slide in of_flags for text in texts(slide)]
    for flag in document.flags.flags:
        assert said.count(flag.effect) == 1
        assert not set(flag.practices) & set(said)
    assert {len(table.columns) for slide in of_flags for table in tables(slide)} == {2}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answers", [sheet(everything(2)), sheet(everything(None))], ids=["full", "empty"])
def test_the_slides_of_the_method_are_about_equally_full(language, answers):
    document = report(answers, language)
    presentation = deck(replace(document, order=("method",)))
    slides = [each for each in presentation.slides if title_of(each) == clean(document.method.head.finding)]
    letters = [sum(len(text) for text in texts(slide)) for slide in slides]
    assert min(letters) > max(letters) / 3


def placed(document) -> dict[str, bool]:
    """By dimension, whether its number was put into its bar."""
    (frame,) = charts(slide_of(deck(replace(document, order=("profile",))), clean(document.profile.head.finding)))
    labels = frame.chart._chartSpace.xpath(".//c:dLbl[c:dLblPos/@val='inEnd']/c:idx/@val")
    return {row.id: str(at) in labels for at, row in enumerate(document.profile.rows)}


def test_no_number_is_crossed_by_the_line_of_the_gate():
    """There is room for it beside a bar of 43.8 or less, and from 50 on it stands behind the line."""
    document = report(sheet(leaders=[everything(2, l1=1)] + [everything(2, l2=1, l3=3)] * 6))
    scores = {row.id: round(row.score.value, 1) for row in document.profile.rows}
    assert (scores["l1"], scores["l2"], scores["l3"], scores["l4"]) == (46.4, 28.6, 71.4, 50.0)
    assert placed(document) == {id: id == "l1" for id in scores}


def test_columns_of_strengths_begin_level():
    document = report(sheet(everything(3, l1=1)))
    presentation = deck(document)
    slide = slide_of(presentation, clean(document.strengths.head.finding))
    names = [
        section[0].title
        for section in (document.strengths.strengths, document.strengths.gaps, document.strengths.keep_up)
    ]
    tops = {
        shape.top for shape in slide.shapes if shape.has_text_frame and shape.text_frame.paragraphs[0].text in names
    }
    assert len(tops) == 1
