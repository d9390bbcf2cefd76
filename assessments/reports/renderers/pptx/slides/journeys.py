"""Each journey: the feeling along it as a native line, what hurts most, and what would lift it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box
from ..feeling import feeling_chart
from ..pen import Line
from .parts import titled

if TYPE_CHECKING:
    from ....document import JourneyCard, JourneysSection
    from ..deck import Deck
    from ..page import Page

MOST = 4  # journeys in a deck
SHOWN = 3


def journeys(deck: Deck, section: JourneysSection) -> list[Page]:
    """A slide a journey."""
    pages = [_journey(deck, section, card) for card in section.journeys[:MOST]]
    if pages:
        pages[-1].say(section.others)
    return pages


def _journey(deck: Deck, section: JourneysSection, card: JourneyCard) -> Page:
    page = deck.page(deck.join.named(section.head.topic, card.title), card.finding or section.head.finding, card.advice)
    room = page.area
    top = room.top(room.height * 0.52)
    if any(mark for band in card.marks for mark in band):
        feeling_chart(page, Box(top.x, top.y + 20, top.width, top.height - 20), card)
        _stages(page, top, card)
    low = room.below(top.height + 12)
    pains = [(each.text, f"{each.touchpoint} · {each.note}".strip(" ·")) for each in card.pains[:SHOWN]]
    lifts = [(each.text, f"{each.touchpoint} · {each.name}".strip(" ·")) for each in card.lifts[:SHOWN]]
    for (title, told), box in zip(
        ((card.pains_title, pains), (card.lifts_title, lifts)), low.columns(1, 1, gap=36), strict=True
    ):
        if told:
            _list(page, titled(page, box, title), told)
    page.say(card.about, card.advice, *(deck.join.named(*each) for each in card.facts), card.figure_desc)
    page.say(*(deck.join.aside(*each) for each in (*pains, *lifts)), section.caption)
    return page


def _stages(page: Page, box: Box, card: JourneyCard) -> None:
    """The names of the stages above their touchpoints, the one that hurts most marked in words by the finding."""
    counts = [len(each.touchpoints) for each in card.stages]
    total, x = sum(counts) or 1, box.x
    for stage, count in zip(card.stages, counts, strict=True):
        width = box.width * count / total
        if count:
            colour = page.palette.bad if stage.hurts else page.palette.ink
            page.pen.rule(x, box.y, width - 6, colour, 1.5 if stage.hurts else 0.75)
            page.pen.text(
                Box(x, box.y + 3, width - 6, 15), f"{stage.name} {stage.value}", 11, colour=colour, bold=True, least=6
            )
        x += width


def _list(page: Page, box: Box, told: list[tuple[str, str]]) -> None:
    lines = []
    for text, where in told:
        lines += [Line(text, 12, page.palette.ink, after=0), Line(where, 10, page.palette.ink_3, after=6)]
    page.pen.lines(box, lines)
