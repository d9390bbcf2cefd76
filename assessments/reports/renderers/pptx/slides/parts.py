"""What several slides are made of: captions, key figures, and the texts beside the bars of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..box import Box
from ..pen import Line
from ..texts import clean

if TYPE_CHECKING:
    from ....document import KeyFigure, Number
    from ..page import Page

CAPTION = 34.0
FEW = 5  # rows beside a chart that may be set larger


def caption(page: Page, *texts: str) -> Box:
    """Small print at the foot of the area; what is left above it."""
    said = " ".join(filter(None, map(clean, texts)))
    if not said:
        return page.area
    foot = Box(page.area.x, page.area.bottom - CAPTION, page.area.width, CAPTION)
    page.pen.text(foot, said, 9.5, colour=page.palette.ink_3, anchor="b", least=7)
    return Box(page.area.x, page.area.y, page.area.width, page.area.height - CAPTION - 8)


def key_figure(page: Page, box: Box, label: str, number: str, note: str, size: float = 34.0) -> None:
    """A number with what it is above and what it means below, under a dark hairline."""
    palette = page.palette
    page.pen.rule(box.x, box.y, box.width, palette.ink, 1.0)
    page.pen.text(Box(box.x, box.y + 8, box.width, 16), label, 11, colour=palette.ink_3)
    page.pen.text(
        Box(box.x, box.y + 26, box.width, size * 1.45), number, size, colour=palette.ink, least=14, anchor="m"
    )
    page.pen.text(Box(box.x, box.y + 30 + size * 1.45, box.width, 30), note, 11, colour=palette.ink_3)


def key_figures(page: Page, box: Box, keys: Sequence[KeyFigure]) -> None:
    """The figures side by side."""
    for key, place in zip(keys, box.columns(*[1] * len(keys)), strict=True):
        key_figure(page, place, key.label, key.number.text, key.note)


def beside(page: Page, box: Box, told: Sequence[tuple[str, str]]) -> None:
    """Level with the bars of a chart in the same height: a text and a smaller one for each of them."""
    size = 13.0 if len(told) <= FEW else 11.0
    for place, (text, small) in zip(box.rows(len(told)), told, strict=True):
        page.pen.lines(
            place,
            (
                Line(text, size, page.palette.ink, after=0),
                Line(small, size - 1.5, page.palette.ink_3),
            ),
            anchor="m",
            least=7,
        )


def titled(page: Page, box: Box, title: str) -> Box:
    """A heading of a column under a dark hairline; what is left below it."""
    page.pen.rule(box.x, box.y, box.width, page.palette.ink, 1.0)
    fitted = page.pen.text(Box(box.x, box.y + 7, box.width, 36), title, 12, bold=True, colour=page.palette.ink)
    return box.below(fitted.height + 15)


def listed(page: Page, box: Box, texts: Iterable[str], size: float = 12.0) -> None:
    """Paragraphs one below the other."""
    page.pen.lines(box, [Line(text, size, page.palette.ink_2, after=7) for text in texts])


def shown(number: Number) -> float | None:
    """The value of a number as it is written, None where it is not rated."""
    try:
        return None if number.value is None else float(number.text.replace("−", "-"))
    except ValueError:
        return number.value
