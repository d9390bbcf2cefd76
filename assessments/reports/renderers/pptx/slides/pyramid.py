"""The pyramid beside the list of its levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box
from ..pen import Line
from ..pyramid import draw_pyramid
from .parts import caption

if TYPE_CHECKING:
    from ....document import DimensionRow, PyramidSection
    from ..deck import Deck
    from ..page import Page


def pyramid(deck: Deck, section: PyramidSection) -> list[Page]:
    """One slide."""
    page = deck.section(section.head)
    room = caption(page, section.caption)
    side = min(room.height * 1.22, room.width * 0.46)
    drawing = Box(room.x, room.y, side, room.height)
    scores = [row.score.value for row in section.levels]
    rows = list(reversed(drawing.rows(len(section.levels))))
    _lines(page, room, rows)
    names = [f"{row.number} {row.title}" for row in section.levels]
    draw_pyramid(
        page.pen, page.palette, drawing, scores, section.achieved, section.gate, section.figure.desc, names=names
    )
    left = drawing.right + 22
    for row, place in zip(section.levels, rows, strict=True):
        _row(page, Box(left, place.y, room.right - left, place.height), row)
    said = deck.join.sentences
    page.say(*(said(row.title, row.range_text, row.coverage_text) for row in section.levels), section.caption)
    return [page]


def _lines(page: Page, room: Box, rows: list[Box]) -> None:
    for place in rows[:-1]:
        half = (place.y - room.y) / room.height * rows[0].width / 2
        start = room.x + rows[0].width / 2 + half + 6
        page.pen.rule(start, place.y + 2, room.right - start, page.palette.line)


def _row(page: Page, box: Box, row: DimensionRow) -> None:
    palette = page.palette
    page.pen.lines(
        Box(box.x, box.y + 4, box.width - 84, box.height - 6),
        (Line(row.name, 14, palette.ink, bold=True, after=1), Line(row.asks, 11, palette.ink_2, after=1),
         Line(row.status_text, 10.5, palette.ink_3)),
        anchor="m", least=7,
    )  # fmt: skip
    page.pen.text(
        Box(box.right - 78, box.y + 4, 78, box.height - 6), row.score.text, 22, bold=row.status == "attained",
        colour=palette.ink if row.score.value is not None else palette.ink_3, align="r", anchor="m",
    )  # fmt: skip
