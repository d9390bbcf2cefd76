"""Strengths and gaps side by side, and what to keep up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..box import Box
from ..marks import mark
from ..pen import Line
from .parts import titled

if TYPE_CHECKING:
    from ....document import PracticeLine, StrengthsSection
    from ..deck import Deck
    from ..page import Page

TALLEST = 112.0
KEEP = 3


def strengths(deck: Deck, section: StrengthsSection) -> list[Page]:
    """One slide; none before there are answers."""
    if not (section.strengths or section.gaps or section.keep_up):
        return []
    page = deck.section(section.head)
    columns = [(section.strengths_title, section.strengths), (section.gaps_title, section.gaps)]
    if section.keep_up:
        kept = tuple(replace(each, sentence="") for each in section.keep_up[:KEEP])  # the date is what matters here
        columns.append((section.keep_up_title, kept))
    places = page.area.columns(*[1] * len(columns), gap=36)
    titles = [titled(page, box, title) for (title, _lines), box in zip(columns, places, strict=True)]
    rooms = [each.below(max(other.y for other in titles) - each.y) for each in titles]  # all begin level
    items = [
        (line, place)
        for (_title, lines), room in zip(columns, rooms, strict=True)
        for line, place in zip(lines, room.rows(len(lines), gap=10, most=TALLEST), strict=True)
    ]
    less = max((page.pen.less(_text_box(place), _told(page, line)) for line, place in items), default=0.0)
    for line, place in items:
        _item(page, place, line, less)
    said, named = page.deck.join.sentences, page.deck.join.named
    for (title, lines), room in zip(columns, rooms, strict=True):
        if not lines:
            page.pen.text(room.top(40), section.nothing, 13, colour=page.palette.ink_3)
        page.say(title, *(said(named(each.title, each.stage.text), each.sentence, each.note) for each in lines))
    return [page]


def _item(page: Page, place: Box, line: PracticeLine, less: float) -> None:
    mark(page, line.dimension, place.x, place.y + 2, 15)
    page.pen.text(Box(place.right - 40, place.y, 40, 22), line.stage.text, 18, align="r", bold=True)
    page.pen.lines(_text_box(place), _told(page, line), less=less)


def _text_box(place: Box) -> Box:
    return Box(place.x + 28, place.y, place.width - 74, place.height)


def _told(page: Page, line: PracticeLine) -> tuple[Line, ...]:
    return (
        Line(line.title, 14, page.palette.ink, bold=True, after=2),
        Line(line.sentence, 12, page.palette.ink_2, after=2),
        Line(line.note, 10.5, page.palette.ink_3),
    )
