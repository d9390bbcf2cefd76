"""The ten dimensions as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..charts import Bars, Series, bar_chart
from ..marks import mark
from .columns import score_columns
from .parts import beside, caption, shown

if TYPE_CHECKING:
    from ....document import DimensionRow, ProfileSection
    from ..deck import Deck
    from ..page import Page

LABELS = 0.26


def profile(deck: Deck, section: ProfileSection) -> list[Page]:
    """One slide."""
    page = deck.section(section.head)
    document, palette = deck.document, page.palette
    room = caption(page)
    left, right = room.columns(6.4, 3.2)
    tones = [palette.tones[row.id] for row in section.rows]
    numbers = [shown(row.score) for row in section.rows]
    series = Series(document.words["score"], numbers, [each.c for each in tones], [each.on for each in tones])
    bars = Bars(
        [row.name for row in section.rows], [series], 100, section.head.topic,
        deck.join.listed(*(row.title for row in section.rows)), document.words["dimension"],
        score_columns(document, section.rows), (document.pyramid.gate,), LABELS,
    )  # fmt: skip
    bar_chart(page, left, bars, 12)
    for row, place in zip(section.rows, left.rows(len(section.rows)), strict=True):
        mark(page, row.id, place.x, place.y + place.height / 2 - 7, 14)
    beside(page, right, [(row.status_text or row.band_text, row.range_text) for row in section.rows])
    page.say(*(_told(deck, row) for row in section.rows), section.caption)
    return [page]


def _told(deck: Deck, row: DimensionRow) -> str:
    join = deck.join
    evidenced = join.named(deck.document.words["evidenced"], row.evidenced_text)
    return join.sentences(row.title, row.range_text, row.coverage_text, evidenced)
