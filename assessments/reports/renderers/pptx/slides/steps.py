"""The first steps, each with what speaks for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ..table import Cell, Table
from .tables import spread

if TYPE_CHECKING:
    from ....document import StepCard, StepsSection
    from ...joiner import Joiner
    from ..deck import Deck
    from ..page import Page

LEAST = 4  # steps shown where the first lane has fewer
REASONS = 3


def steps(deck: Deck, section: StepsSection) -> list[Page]:
    """The steps of the first lane, as many to a slide as fit; their notes say how to go about them and why."""
    if not section.steps:
        return []
    first = [each for each in section.steps if each.lane == section.steps[0].lane]
    cards = list(section.steps[: max(len(first), LEAST)])
    pages: list[Page] = []
    told = iter(cards)
    for page, count in spread(deck, section.head, _table(deck, section, cards)):
        for card in islice(told, count):
            page.say(*_spoken(deck.join, section, card))
        pages.append(page)
    pages[-1].say(section.more)
    return pages


def _table(deck: Deck, section: StepsSection, cards: list[StepCard]) -> Table:
    words = deck.document.words
    head = ("#", words["step"], words["stage"], section.reasons_title)
    return Table((0.45, 4.4, 2.6, 4.5), head, [_row(deck, card) for card in cards], section.head.topic)


def _row(deck: Deck, card: StepCard) -> tuple[Cell, ...]:
    palette = deck.palette
    facts = " · ".join(deck.join.named(*each) for each in card.facts[:2])
    return (
        Cell(((str(card.number), 15.0, palette.ink_3, False),)),
        Cell(
            (
                (card.do, 12.5, palette.ink, True),
                (f"{card.practice_title} · {card.dimension_name}", 10.5, palette.ink_3, False),
            )
        ),
        Cell(
            (
                (card.move, 10.5, palette.ink_2, False),
                (facts, 10.0, palette.ink_3, False),
                (card.quick_win, 10.0, palette.accent, True),
            )
        ),
        Cell([(f"{each.value}  {each.text}", 10.5, palette.ink_2, False) for each in card.reasons[:REASONS]]),
    )


def _spoken(join: Joiner, section: StepsSection, card: StepCard) -> list[str]:
    sign = join.named(section.first_sign_title, card.first_sign) if card.first_sign else ""
    why = join.listed(*(f"{each.value} {each.text}" for each in card.reasons))
    facts = join.listed(*(join.named(*each) for each in card.facts))
    return [f"{card.number}. {card.do}", card.how, join.named(section.reasons_title, why), facts, sign]
