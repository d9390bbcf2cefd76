"""What a speaker reads under a slide: whole sentences in the punctuation of the language."""

from __future__ import annotations

import re

import pytest

from assessments.reports.renderers.joiner import CHINESE, ENGLISH, joiner

from .pptx_reading import charts, deck, notes
from .second_round import second_round

LATIN = re.compile("[\u4e00-\u9fff」”）][,;:.!?](?!\\d)")


@pytest.fixture(scope="module", params=["en", "zh-hans", "zh-hant"])
def presented(request):
    return request.param, deck(second_round(request.param))


def test_nothing_is_said_in_empty_sentences_or_foreign_signs(presented):
    language, presentation = presented
    said = [notes(slide) for slide in presentation.slides]
    assert all(said)
    for text in said:
        assert not re.search(r"\.\s*\.(?!\.)|。。|：$|: $", text, re.MULTILINE), text
        assert language == "en" or not LATIN.search(text), LATIN.search(text)


def test_what_charts_tell_is_in_the_signs_of_the_language(presented):
    language, presentation = presented
    told = [each._element.xpath(".//p:cNvPr/@descr")[0] for slide in presentation.slides for each in charts(slide)]
    assert told
    assert language == "en" or not [each for each in told if LATIN.search(each)]


def test_how_texts_are_joined():
    assert ENGLISH.named("Trust", "57", "", "weak") == "Trust: 57, weak"
    assert ENGLISH.named("Trust") == "Trust"
    assert ENGLISH.sentences("One", "", "“Where is it?”", "Two.") == "One. “Where is it?” Two."
    assert ENGLISH.aside("Now", "May") == "Now (May)"
    assert ENGLISH.aside("Now", "") == "Now"
    assert CHINESE.sentences("一", "二。", "「三」") == "一。二。「三」。"
    assert CHINESE.named("信任", CHINESE.aside("57", "中")) == "信任：57（中）"
    assert CHINESE.listed("一", "", "二") == "一；二"
    assert joiner("en") is ENGLISH
    assert joiner("zh-hant") is joiner("zh-hans") is CHINESE
