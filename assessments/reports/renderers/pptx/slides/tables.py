"""Sections that are a table: as many slides as its rows take, each with the same finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..box import Box
from ..table import Table, draw_table, even, growth, rows_that_fit, scaled

if TYPE_CHECKING:
    from ....document import Head
    from ..deck import Deck
    from ..page import Page


def tabled(deck: Deck, head: Head, table: Table, most: int = 12) -> list[Page]:
    """Slides with the rows of the table, at most `most` of them."""
    pages: list[Page] = []
    rows = list(table.rows)
    while rows and len(pages) < most:
        page = deck.section(head)
        box = Box(page.area.x, page.area.y, page.area.width, page.area.height)
        count = even(len(rows), rows_that_fit(replace(table, rows=rows), box, deck.document.language))
        some = replace(table, rows=rows[:count])
        draw_table(page, box, scaled(some, growth(some, box, deck.document.language)))
        rows = rows[count:]
        pages.append(page)
    return pages
