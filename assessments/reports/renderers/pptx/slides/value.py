"""What better experience may be worth: the ranges, and what sways the first effect most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .tables import tabled

if TYPE_CHECKING:
    from ....document import ValueSection
    from ....document.value import ValueSwing
    from ...joiner import Joiner
    from ..deck import Deck
    from ..page import Page


def value(deck: Deck, section: ValueSection) -> list[Page]:
    """A table of ranges, then one of the widest swings; the notes hold what has to be said beside."""
    pages = [*tabled(deck, section.head, section.ranges), *_swings(deck, section)]
    withheld = (
        deck.join.sentences(deck.join.named(section.labels.withheld, each.name), each.why) for each in section.withheld
    )
    said = (*section.head.paragraphs, *section.cautions, *withheld)
    for page in pages[:1]:
        page.say(*said)
    return pages


def _swings(deck: Deck, section: ValueSection) -> list[Page]:
    pages = []
    for figure in section.tornados[:1]:
        over = replace(section.head, finding=figure.finding or figure.sways)
        over = replace(over, paragraphs=(figure.sways,) if figure.finding else ())
        pages += tabled(deck, over, section.swayed(figure))
        pages[-1].say(*(_swung(deck.join, section, each) for each in figure.swings))
    return pages


def _swung(join: Joiner, section: ValueSection, swing: ValueSwing) -> str:
    """An assumption as a sentence: its own ends, then the figure at each of them."""
    say = section.labels
    ends = join.listed(f"{say.at_low} {swing.low_text}", f"{say.at_high} {swing.high_text}")
    return join.sentences(join.named(join.aside(swing.name, swing.assumed), ends))
