"""The marks beside names, as native shapes: a layer with its numeral, or the shape of a trust factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.enum.shapes import MSO_SHAPE

from ...charts.shapes import FACTORS, LEVELS
from .box import Box

if TYPE_CHECKING:
    from .page import Page

KINDS = {"int": MSO_SHAPE.RECTANGLE, "abl": MSO_SHAPE.DIAMOND, "aff": MSO_SHAPE.OVAL}


def mark(page: Page, key: str, x: float, y: float, size: float = 15.0) -> None:
    """Draws the mark of a level or factor with its top left corner at (x, y), `size` points high."""
    pen, tone = page.pen, page.palette.tones.get(key, page.palette.tones[""])
    if key in LEVELS:
        wide = size * 1.3
        pen.outline([(x + wide * 0.2, y), (x + wide * 0.8, y), (x + wide, y + size), (x, y + size)], tone.c)
        numeral = str(LEVELS.index(key) + 1)
        pen.text(Box(x, y, wide, size), numeral, size * 0.66, colour=tone.on, bold=True, align="c", anchor="m", least=5)
    elif key in KINDS:
        pen.block(Box(x + 1, y + 1, size - 2, size - 2), tone.c, KINDS[key])
    elif key in FACTORS:
        for top in (0.12, 0.56):
            pen.block(Box(x, y + size * top, size, size * 0.3), tone.c)
