"""Native tables in our look: a flagged head row, hairlines, no fills; as many rows on a slide as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pptx.util import Pt

from .box import Box, emu
from .fitting import LEADING, Fitted, fit, lines
from .seen import named
from .table_xml import bordered, plain_style
from .texts import clean
from .write import emptied, written

if TYPE_CHECKING:
    from .page import Page

HEAD, PAD = 10.0, 5.0
RIGHT = 10.0  # air at the right of a cell
MOST_LINES = 9
GROWN = (1.3, 1.2, 1.1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: paragraphs of (text, size, colour, bold)."""

    told: Sequence[tuple[str, float, str, bool]]


@dataclass(frozen=True, slots=True)
class Table:
    """Shares of the width by column, the head row, and the rows below. `title` says what it shows."""

    shares: Sequence[float]
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    title: str


def rows_that_fit(table: Table, box: Box, language: str) -> int:
    """How many rows fit into the box; at least one."""
    used, count = _head_height(language), 0
    for row in table.rows:
        used += _height(table, row, box.width, language)
        if used > box.height + 0.5:
            break
        count += 1
    return max(1, count)


def even(waiting: int, fitting: int) -> int:
    """How many of the waiting rows go on this slide, so that all slides are about equally full."""
    return -(-waiting // -(-waiting // fitting))


def growth(table: Table, box: Box, language: str) -> float:
    """By how much the text of the table may grow so that all its rows still fit; 1 where they do not."""
    for factor in GROWN:
        larger = scaled(table, factor)
        if rows_that_fit(larger, box, language) == len(table.rows) and not _breaks_words(larger, box.width):
            return factor
    return 1.0


def grown(table: Table, box: Box, language: str) -> Table:
    """The table with its text as large as its rows fit."""
    return scaled(table, growth(table, box, language))


def scaled(table: Table, factor: float) -> Table:
    """The table with its text larger by `factor`, the head left as it is."""
    if factor == 1:
        return table
    rows = [
        [
            Cell([(text, round(size * factor * 2) / 2, colour, bold) for text, size, colour, bold in cell.told])
            for cell in row
        ]
        for row in table.rows
    ]
    return replace(table, rows=rows)


def draw_table(page: Page, box: Box, table: Table) -> float:
    """Adds the table with all its rows, and tells its height in points."""
    language, palette = page.deck.document.language, page.palette
    heights = [_head_height(language), *(_height(table, row, box.width, language) for row in table.rows)]
    frame = page.slide.shapes.add_table(
        len(table.rows) + 1, len(table.shares), emu(box.x), emu(box.y), emu(box.width), emu(sum(heights))
    )
    frame.name = clean(table.title, 100)
    named(frame, table.title)
    grid = frame.table
    grid.first_row, grid.horz_banding = True, False
    plain_style(frame)
    widths = _widths(table, box.width)
    for place, width in enumerate(widths):
        grid.columns[place].width = emu(width)
    for place, height in enumerate(heights):
        grid.rows[place].height = emu(height)
    head = [Cell(((text, HEAD, palette.ink_3, True),)) for text in table.head]
    for place, row in enumerate((head, *table.rows)):
        for column, cell in enumerate(row):
            made = grid.cell(place, column)
            _write(page, made, cell, widths[column])
            bordered(made, palette.plain["tx1"] if not place else palette.line, 1.0 if not place else 0.75)
    return sum(heights)


def _write(page: Page, made: Any, cell: Cell, width: float) -> None:
    body = made._tc.get_or_add_txBody()
    emptied(body)
    made.margin_left, made.margin_right = Pt(0), Pt(RIGHT)
    made.margin_top = made.margin_bottom = Pt(PAD)
    fitted = _fitted(cell, width, page.deck.document.language) or [Fitted("", HEAD, HEAD, 1)]
    told = _told(cell) or [("", HEAD, "", False)]
    for found, (_text, _size, colour, bold) in zip(fitted, told, strict=False):
        written(body, page.deck.hand, found, colour=colour, bold=bold)


def _told(cell: Cell) -> list[tuple[str, float, str, bool]]:
    return [(clean(text), size, colour, bold) for text, size, colour, bold in cell.told if clean(text)]


def _fitted(cell: Cell, width: float, language: str) -> list[Fitted]:
    """The paragraphs of a cell, cut where they run over the most lines a cell may have."""
    room, found = MOST_LINES, []
    for text, size, _colour, bold in _told(cell):
        if room <= 0:
            break
        leading = size * LEADING[language]
        count = lines(text, width - RIGHT - 2, size, bold)
        made = Fitted(text, size, leading, count)
        if count > room:
            made = fit(text, width - RIGHT - 2, room * leading, size, size, language, bold=bold)
        found.append(made)
        room -= made.lines
    return found


def _breaks_words(table: Table, width: float) -> bool:
    """Whether a word is longer than the column it stands in."""
    widths = _widths(table, width)
    for row in table.rows:
        for cell, wide in zip(row, widths, strict=True):
            for text, size, _colour, bold in _told(cell):
                if any(lines(word, wide - RIGHT - 2, size, bold) > 1 for word in text.split() if word.isascii()):
                    return True
    return False


def _height(table: Table, row: Sequence[Cell], width: float, language: str) -> float:
    cells = zip(row, _widths(table, width), strict=True)
    return max(sum(each.height for each in _fitted(cell, wide, language)) for cell, wide in cells) + 2 * PAD + 1


def _head_height(language: str) -> float:
    return HEAD * LEADING[language] + 2 * PAD + 1


def _widths(table: Table, width: float) -> list[float]:
    return [width * share / sum(table.shares) for share in table.shares]
