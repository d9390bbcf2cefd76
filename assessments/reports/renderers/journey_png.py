"""A drawing as a PNG: typst lays it on a page of its own size, with the fonts of the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pdf.figures import plain_figure
from .pdf.fonts import families
from .pdf.typesetting import drawn, written

if TYPE_CHECKING:
    from ..charts.paint import Figure

DOTS = 144.0  # to an inch: one and a half pixels to a unit of the drawing


def to_png(figure: Figure, language: str) -> bytes:
    """The picture of a print figure, its words in the fonts of `language`."""
    data = {"figure": plain_figure(figure, language), "fonts": families(language), "language": language}
    return drawn("alone.typ", written(data), DOTS)[0]
