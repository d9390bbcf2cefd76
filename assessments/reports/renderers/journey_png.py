"""A drawing as a PNG: typst lays it on a page of its own size, with the fonts of the PDF."""

from __future__ import annotations

from .pdf.typesetting import compiled

SOURCE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg")\n'
PIXELS_PER_POINT = 2.0


def to_png(svg: bytes) -> bytes:
    """The picture of an SVG file that stands alone, two pixels to a point."""
    return bytes(compiled({"main": SOURCE, "drawing.svg": svg}, format="png", ppi=72 * PIXELS_PER_POINT))
