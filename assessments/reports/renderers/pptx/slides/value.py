"""What better experience may be worth: the ranges, and what sways the first effect most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..table import Cell, Table
from .tables import tabled

if TYPE_CHECKING:
    from ....document import ValueSection
    from ....document.value import ValueSwing
    from ...joiner import Joiner
    from ..deck import Deck
    from ..page import Page


def value(deck: Deck, section: ValueSection) -> list[Page]:
    """A table of ranges, then one of the widest swings; the notes hold what has to be said beside."""
    pages = [*_ranges(deck, section), *_swings(deck, section)]
    withheld = (
        deck.join.sentences(deck.join.named(section.labels.withheld, each.name), each.why) for each in section.withheld
    )
    said = (*section.head.paragraphs, *section.cautions, *withheld)
    for page in pages[:1]:
        page.say(*said)
    return pages


def _ranges(deck: Deck, section: ValueSection) -> list[Page]:
    say, palette = section.labels, deck.palette
    rows = [
        (
            Cell(((each.name, 12.5, palette.ink, True), (each.note, 10.5, palette.ink_3, False))),
            *(Cell(((text, 13, palette.ink, strong),)) for text, strong in
              ((each.low_text, True), (each.base_text, False), (each.high_text, True))),
            Cell(((each.unit, 11, palette.ink_2, False),)),
        )
        for each in section.figures
    ]  # fmt: skip
    head = (say.figure, say.low, say.base, say.high, say.unit)
    return tabled(deck, section.head, Table((5, 1.3, 1.5, 1.3, 2), head, rows, section.head.topic))


def _swings(deck: Deck, section: ValueSection) -> list[Page]:
    say, palette, pages = section.labels, deck.palette, []
    for figure in section.tornados[:1]:
        rows = [
            (
                Cell(((each.name, 12.5, palette.ink, True), (each.assumed, 10.5, palette.ink_3, False))),
                Cell(((each.low_text, 13, palette.ink, False),)),
                Cell(((each.high_text, 13, palette.ink, False),)),
            )
            for each in figure.swings
        ]
        head = (say.assumption, say.at_low, say.at_high)
        over = replace(section.head, finding=figure.finding or figure.sways)
        over = replace(over, paragraphs=(figure.sways,) if figure.finding else ())
        pages += tabled(deck, over, Table((6, 2, 2), head, rows, figure.sways))
        pages[-1].say(*(_swung(deck.join, section, each) for each in figure.swings))
    return pages


def _swung(join: Joiner, section: ValueSection, swing: ValueSwing) -> str:
    """An assumption as a sentence: its own ends, then the figure at each of them."""
    say = section.labels
    ends = join.listed(f"{say.at_low} {swing.low_text}", f"{say.at_high} {swing.high_text}")
    return join.sentences(join.named(join.aside(swing.name, swing.assumed), ends))
