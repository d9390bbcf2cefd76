"""Customers’ view beside the company’s own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box
from ..chart_book import Column
from ..charts import Bars, Series, bar_chart
from .legend import legend
from .parts import beside, caption, key_figure, shown

if TYPE_CHECKING:
    from ....document import CustomersSection
    from ..deck import Deck
    from ..page import Page

FIGURE = 104.0


def customers(deck: Deck, section: CustomersSection) -> list[Page]:
    """One slide, their measures on the left and the comparison on the right; none where there is neither."""
    if not section.numbers and not section.rows:
        return []
    page = deck.section(section.head)
    said, named = deck.join.sentences, deck.join.named
    page.say(*(said(named(each.label, each.number.text, each.range_text), each.note) for each in section.numbers))
    page.say(*(said(each.title, each.verdict, each.by_group) for each in section.rows), section.caption)
    room = caption(page, section.caption)
    if not section.rows:
        _figures(page, section, room.columns(1, 1, 1))
        return [page]
    left, chart, right = room, room, room
    if section.numbers:
        left, chart, right = room.columns(2.1, 5.6, 2.4, gap=30)
        _figures(page, section, left.rows(3, gap=6))
    else:
        chart, right = room.columns(6, 2.6)
    _comparison(page, section, chart, right)
    return [page]


def _figures(page: Page, section: CustomersSection, places: list[Box]) -> None:
    for number, place in zip(section.numbers, places, strict=False):
        box = Box(place.x, place.y, place.width, min(place.height, FIGURE))
        key_figure(page, box, number.label, number.number.text, number.range_text or number.note, 24)


def _comparison(page: Page, section: CustomersSection, box: Box, right: Box) -> None:
    _first, own, theirs = page.palette.series
    legend(page, box.top(18), [(section.legend_own, own), (section.legend_customers, theirs)], 2)
    words = page.deck.document.words
    rows = section.rows
    bars = Bars(
        [row.name for row in rows],
        [
            Series(section.legend_own, [shown(row.own) for row in rows], [own]),
            Series(section.legend_customers, [shown(row.customers) for row in rows], [theirs]),
        ],
        100, section.head.topic, page.deck.join.listed(*(row.title for row in rows)), words["dimension"],
        [
            Column(f"{section.legend_own}: {words['exact']}", [row.own.value for row in rows]),
            Column(f"{section.legend_customers}: {words['exact']}", [row.customers.value for row in rows]),
            Column(words["lowest"], [row.low for row in rows]),
            Column(words["highest"], [row.high for row in rows]),
            Column(section.difference_label, [row.difference.value for row in rows]),
        ],
        labels=0.22,
    )  # fmt: skip
    bar_chart(page, box.below(24), bars, 11)
    beside(page, right.below(24), [(f"{section.difference_label} {row.difference.text}", row.verdict) for row in rows])
