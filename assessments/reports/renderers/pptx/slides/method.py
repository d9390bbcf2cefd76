"""Method and limits: terms with their texts, in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fitting import LEADING, lines
from ..pen import Line
from ..texts import clean

if TYPE_CHECKING:
    from ....document import MethodSection
    from ..box import Box
    from ..deck import Deck
    from ..page import Page

SIZES = (12.5, 12.0, 11.5, 11.0, 10.5)
AFTER, GAP = 8.0, 40.0
Item = tuple[str, str]


def method(deck: Deck, section: MethodSection) -> list[Page]:
    """As few slides as the terms take, all about equally full, in the largest type with which they are enough."""
    pages: list[Page] = []
    items = [*section.items, (deck.document.words["made_with"], deck.document.words["trademark"])]
    while items:
        page = deck.section(section.head)
        columns = page.area.columns(1, 1, gap=GAP)
        size, level = _layout(deck, items, columns[0])
        for column in columns:
            count = max(1, _taken(deck, items, column.width, level, size, 1))
            _column(page, column, items[:count], size)
            page.say(*(deck.join.named(*each) for each in items[:count]))
            items = items[count:]
            if not items:
                break
        pages.append(page)
    return pages


def _layout(deck: Deck, items: list[Item], column: Box) -> tuple[float, float]:
    """The size of the type, and the lowest height at which all columns that it takes hold everything and end level."""

    def held(columns: int, size: float, height: float) -> bool:
        return _taken(deck, items, column.width, height, size, columns) >= len(items)

    count = next(each for each in range(2, 2 * len(items) + 2, 2) if held(each, SIZES[-1], column.height))
    size = next(each for each in SIZES if held(count, each, column.height))
    heights = range(120, int(column.height) + 1, 12)
    return size, next((each for each in heights if held(count, size, each)), column.height)


def _column(page: Page, box: Box, items: list[Item], size: float) -> None:
    told = []
    for term, text in items:
        told += [
            Line(term, size, page.palette.ink, bold=True, after=1),
            Line(text, size, page.palette.ink_2, after=AFTER),
        ]
    page.pen.lines(box, told)


def _taken(deck: Deck, items: list[Item], width: float, height: float, size: float, columns: int) -> int:
    """How many of the items fit into so many columns of this height."""
    leading, count = LEADING[deck.document.language] * size, 0
    for _column in range(columns):
        used = 0.0
        while count < len(items):
            term, text = (clean(each) for each in items[count])
            needed = (lines(term, width - 2, size) + lines(text, width - 2, size)) * leading + 1 + AFTER
            if used and used + needed > height + AFTER:
                break
            used += needed
            count += 1
    return count
