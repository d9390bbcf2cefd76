"""A legend as words beside squares of colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..box import Box

if TYPE_CHECKING:
    from ..page import Page


def legend(page: Page, box: Box, told: Sequence[tuple[str, str]], least: int = 3) -> None:
    """What each colour stands for, from left to right."""
    for (text, colour), place in zip(told, box.columns(*[1] * max(len(told), least)), strict=False):
        page.pen.block(Box(place.x, place.y + 3, 10, 10), colour)
        page.pen.text(Box(place.x + 16, place.y, place.width - 16, 16), text, 11, colour=page.palette.ink_2, anchor="m")
