"""The same answers seen through the lenses: a small table each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..table import Cell, Table, draw_table, growth, scaled
from .parts import caption

if TYPE_CHECKING:
    from ....document import LensesSection, LensPage
    from ..deck import Deck
    from ..page import Page

ACROSS = 2


def lenses(deck: Deck, section: LensesSection) -> list[Page]:
    """One slide, two lenses beside each other; none where nothing is rated."""
    if all(item.score.value is None for lens in section.lenses for item in lens.items):
        return []
    page = deck.section(section.head)
    named, room = deck.join.named, caption(page, section.caption)
    places = [box for column in room.columns(*[1] * ACROSS, gap=48) for box in column.rows(ACROSS, gap=14)]
    tables = [_table(deck, lens) for lens in section.lenses]
    factor = min(
        (growth(each, box, deck.document.language) for each, box in zip(tables, places, strict=False)), default=1
    )
    for lens, table, box in zip(section.lenses, tables, places, strict=False):
        draw_table(page, box, scaled(table, factor))
        page.say(named(lens.title, lens.about), *(named(item.title, item.score.text) for item in lens.items))
    return [page]


def _table(deck: Deck, lens: LensPage) -> Table:
    palette, size = deck.palette, 10.5
    rows = [
        (Cell(((item.title, size, palette.ink, False),)), Cell(((item.score.text, size, palette.ink, True),)))
        for item in lens.items
    ]
    return Table((6, 1), (lens.title, ""), rows, lens.title)
