"""Sections that are a table: as many slides as its rows take, each with the same finding."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from ....document import table as finished
from ..table import Cell, Table, draw_table, even, grown, rows_that_fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....document import Head
    from ..deck import Deck
    from ..page import Page

MOST = 12  # slides


def tabled(deck: Deck, head: Head, table: Table | finished.Table) -> list[Page]:
    """Slides with the rows of the table, as many as anybody would look through."""
    made = sized(deck, table) if isinstance(table, finished.Table) else table
    return [page for page, _rows in islice(spread(deck, head, made), MOST)]


def sized(deck: Deck, table: finished.Table) -> Table:
    """A table of the report in the sizes and colours of a slide."""
    rows = [[Cell([_line(deck, column, line) for line in lines]) for column, lines in row] for row in table.placed]
    return Table([each.share for each in table.columns], table.heads, rows, table.title)


def _line(deck: Deck, column: finished.Column, line: finished.Line) -> tuple[str, float, str, bool]:
    palette = deck.palette
    if line.small:
        return line.text, 10.5, palette.ink_3, False
    if column.number:
        return line.text, 13, palette.ink, line.bold
    return (line.text, 12.5, palette.ink, True) if line.bold else (line.text, 12, palette.ink_2, False)


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
