"""Headlines in phrases, and numbers with their words; how they break on the page is in browser/test_headlines.py."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.template import Context, Template

from assessments.words.phrases import COUNTED, NUMBERED, bound, phrases


@pytest.mark.parametrize(
    "parts",
    [
        ("看清您的", "客户体验真正到了", "第几层。"),
        ("就足以看見初步", "而真實的", "樣貌。"),
        ("不是", "「同意」或", "「非常同意」。"),
        ("您的", "目的", "是什么？"),
        ("的确如此，然而了解得不多，而且不全。",),
        ("Not between “agree” and “strongly agree”.",),
        ("",),
    ],
)  # fmt: skip
def test_phrases(parts: tuple[str, ...]) -> None:
    assert phrases("".join(parts)) == list(parts)


@pytest.mark.parametrize(
    ("headline", "together"),
    [
        ("Level 4 (Anticipate), trust index 70 and level 5", "Level_4 (Anticipate), trust index_70 and level_5"),
        ("8 steps are enough, 13 effort points in all.", "8_steps are enough, 13_effort points in all."),
        ("All 56 practices are answered by 1 July 2027.", "All 56_practices are answered by 1_July 2027."),
        ("Between 6,300 and 144,000 EUR", "Between 6,300 and 144,000_EUR"),
        ("Felt worst at “Delay”: −1.6 on a scale of −2 to +2.", "Felt worst at “Delay”: −1.6 on a scale of −2 to +2."),
        ("雲硯 stands on level 2: 3 of 6 people", "雲硯 stands on level_2: 3 of 6_people"),
        ("第4層（預見）、信任指數70", "第4層（預見）、信任指數70"),
    ],
)
def test_a_number_stays_with_the_word_that_it_numbers_or_counts(headline: str, together: str) -> None:
    assert bound(headline) == together.replace("_", "\xa0")


def test_browsers_keep_numbers_with_their_words_by_the_same_patterns() -> None:
    """Headlines stand in a hundred templates: browsers bind them all, and documents are bound by the server."""
    script = (settings.BASE_DIR / "static" / "js" / "words.js").read_text()
    assert f"const NUMBERED = /{NUMBERED.pattern}/giu;" in script
    assert f"const COUNTED = /{COUNTED.pattern}/gu;" in script


def test_a_headline_is_text_whoever_wrote_it() -> None:
    page = Template("{% load cx %}{{ headline|in_phrases }}").render(Context({"headline": "我的<b>"}))
    assert page == "我的&lt;b&gt;"
    assert Template("{% load cx %}{{ 'x'|in_phrases }}").render(Context()) == "x"
