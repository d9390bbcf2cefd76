"""Experience against trust: one point in four fields, on a native chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....mixing import mixed
from ..box import Box
from ..pen import Line
from ..scatter import point_chart

if TYPE_CHECKING:
    from ....document import SynergySection
    from ..deck import Deck
    from ..page import Page

ASIDE = 20  # of the name of a field, so that a point in the corner does not lie on it


def quadrant(deck: Deck, section: SynergySection) -> list[Page]:
    """One slide."""
    page = deck.page(section.head.topic, section.head.finding)
    page.say(*section.head.paragraphs, section.caption)
    side = min(page.area.height - 58, page.area.width * 0.5)
    plane = Box(page.area.x + 34, page.area.y + 18, side * 1.2, side)
    _fields(page, plane, section)
    point_chart(page, plane, section)
    text = Box(plane.right + 40, plane.y, page.area.right - plane.right - 40, plane.height)
    page.pen.lines(
        text,
        [Line(each, 15, page.palette.ink, after=12) for each in section.head.paragraphs]
        + [Line(section.caption, 11, page.palette.ink_3)],
        anchor="m",
    )
    return [page]


def _fields(page: Page, plane: Box, section: SynergySection) -> None:
    palette, pen = page.palette, page.pen
    pen.block(plane, palette.sunken)
    left, top = plane.width * section.experience_line / 100, plane.height * (1 - section.trust_line / 100)
    beside = plane.width - left
    pen.block(Box(plane.x + left, plane.y, beside, top), mixed(palette.tones["l3"].tint, palette.tones["l3"].mid, 0.35))
    pen.rule(plane.x + left, plane.y, 0, palette.ink_3, 0.75, plane.height)
    pen.rule(plane.x, plane.y + top, plane.width, palette.ink_3, 0.75)
    for place, name in enumerate(section.quadrants):
        right, low = place % 2 == 1, place > 1
        x = plane.x + (left if right else 0) + ASIDE
        y = plane.bottom - 30 if low else plane.y + 8
        pen.text(
            Box(x, y, (beside if right else left) - 2 * ASIDE, 22), name, 11, colour=palette.ink_2,
            align="r" if right else "l", anchor="b" if low else "t",
        )  # fmt: skip
    for text, x, align in zip(section.x_ticks, (0.0, section.experience_line / 100, 1.0), ("l", "c", "r"), strict=True):
        start = plane.x + plane.width * x - (0 if align == "l" else 20 if align == "c" else 40)
        pen.text(Box(start, plane.bottom + 3, 40, 13), text, 10, colour=palette.ink_3, align=align)
    for score, lift in ((100.0, 0), (section.trust_line, 7), (0.0, 13)):
        pen.text(
            Box(plane.x - 34, plane.y + plane.height * (1 - score / 100) - lift, 28, 13), f"{score:g}", 10,
            colour=palette.ink_3, align="r",
        )  # fmt: skip
    pen.text(Box(plane.x - 34, plane.y - 18, plane.width, 15), section.y_label, 11, colour=palette.ink_2)
    pen.text(Box(plane.x, plane.bottom + 17, plane.width, 15), section.x_label, 11, colour=palette.ink_2, align="c")
