"""Sections that are a table: as many slides as its rows take, each with the same finding."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from ..table import Table, draw_table, even, grown, rows_that_fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....document import Head
    from ..deck import Deck
    from ..page import Page


def tabled(deck: Deck, head: Head, table: Table, most: int = 12) -> list[Page]:
    """Slides with the rows of the table, at most `most` of them."""
    return [page for page, _rows in islice(spread(deck, head, table), most)]


def spread(deck: Deck, head: Head, table: Table) -> Iterator[tuple[Page, int]]:
    """Each slide with as many rows as it holds, and how many these are: all are about equally full."""
    rows, language = table.rows, deck.document.language
    while rows:
        page = deck.section(head)
        count = even(len(rows), rows_that_fit(replace(table, rows=rows), page.area, language))
        some = replace(table, rows=rows[:count])
        draw_table(page, page.area, grown(some, page.area, language))
        yield page, count
        rows = rows[count:]
