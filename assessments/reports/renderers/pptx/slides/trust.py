"""The four trust factors as bars, with index and mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box
from ..charts import Bars, Series, bar_chart
from ..marks import mark
from .columns import score_columns
from .parts import beside, caption, key_figure, shown

if TYPE_CHECKING:
    from ....document import TrustSection
    from ..deck import Deck
    from ..page import Page


def trust(deck: Deck, section: TrustSection) -> list[Page]:
    """One slide."""
    page = deck.section(section.head)
    words, palette = deck.document.words, page.palette
    room = caption(page, section.caption)
    left, middle, right = room.columns(5.4, 2.5, 1.5)
    tones = [palette.tones[row.id] for row in section.factors]
    numbers = [shown(row.score) for row in section.factors]
    bars = Bars(
        [row.name for row in section.factors],
        [Series(words["score"], numbers, [each.c for each in tones], [each.on for each in tones])],
        100,
        section.head.topic,
        deck.join.listed(*(row.title for row in section.factors)),
        words["dimension"],
        score_columns(deck.document, section.factors),
        (deck.document.pyramid.gate,),
        labels=0.3,
    )  # fmt: skip
    bar_chart(page, left, bars, 13)
    for row, place in zip(section.factors, left.rows(4), strict=True):
        mark(page, row.id, place.x, place.y + place.height / 2 - 8, 16)
    beside(page, middle, [(row.asks, row.status_text) for row in section.factors])
    head = section.head.topic
    key_figure(page, Box(right.x, right.y, right.width, 120), head, section.index.text, section.band_text)
    said = deck.join.sentences
    page.say(*(said(row.title, row.range_text, row.coverage_text) for row in section.factors), section.caption)
    return [page]
