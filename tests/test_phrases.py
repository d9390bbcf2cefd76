"""Chinese headlines in phrases; how they break on the page is in browser/test_headlines.py."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from assessments.words.phrases import phrases


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


def test_a_headline_is_text_whoever_wrote_it() -> None:
    page = Template("{% load cx %}{{ headline|in_phrases }}").render(Context({"headline": "我的<b>"}))
    assert page == "我的&lt;b&gt;"
    assert Template("{% load cx %}{{ 'x'|in_phrases }}").render(Context()) == "x"
