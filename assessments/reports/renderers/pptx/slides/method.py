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
    """As many slides as the terms take, in the largest type with which one is enough."""
    pages: list[Page] = []
    items = [*section.items, (deck.document.words["made_with"], deck.document.words["trademark"])]
    while items:
        page = deck.section(section.head)
        columns = page.area.columns(1, 1, gap=GAP)
        width, height = columns[0].width, columns[0].height
        size = next((each for each in SIZES if _taken(deck, items, width, height, each, 2) >= len(items)), SIZES[-1])
        level = _level(deck, items, width, height, size)
        for column in columns:
            count = max(1, _taken(deck, items, width, level, size, 1))
            _column(page, column, items[:count], size)
            page.say(*(deck.join.named(*each) for each in items[:count]))
            items = items[count:]
            if not items:
                break
        pages.append(page)
    return pages


def _level(deck: Deck, items: list[Item], width: float, height: float, size: float) -> float:
    """The lowest height at which both columns hold everything, so that they end level; all of it where they do not."""
    tried = [
        each for each in range(120, int(height) + 1, 12) if _taken(deck, items, width, each, size, 2) >= len(items)
    ]
    return tried[0] if tried else height


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
