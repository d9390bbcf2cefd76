"""The red flags reported open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..table import Cell, Table
from .tables import tabled

if TYPE_CHECKING:
    from ....document import FlagRow, FlagsSection
    from ..deck import Deck
    from ..page import Page


def flags(deck: Deck, section: FlagsSection) -> list[Page]:
    """As many slides as the flags take; none where none is open."""
    if not section.flags:
        return []
    words, palette = deck.document.words, deck.palette

    def row(flag: FlagRow) -> tuple[Cell, ...]:
        told = [each for each in (flag.effect, *flag.unnamed) if each]
        small = [(each, 10.5, palette.ink_3, False) for each in flag.evidence[:3]]
        return (
            Cell(((flag.title, 13, palette.bad, True), (flag.about, 11, palette.ink_2, False))),
            Cell([*((each, 11, palette.ink_2, False) for each in told), *small]),
        )

    head = (section.head.topic, words["priority"])
    pages = tabled(deck, section.head, Table((5, 4), head, [row(each) for each in section.flags], section.head.topic))
    for page in pages:
        page.say(
            *(deck.join.named(each.title, deck.join.sentences(each.about, each.effect)) for each in section.flags),
            section.caption,
        )
    return pages
