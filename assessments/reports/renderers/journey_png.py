"""A drawing as a PNG: typst lays it on a page of its own size, with the fonts of the PDF."""

from __future__ import annotations

from tempfile import TemporaryDirectory

import typst

from .pdf.fonts import fonts

SOURCE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg")\n'
PIXELS_PER_POINT = 2.0


def to_png(svg: bytes) -> bytes:
    """The picture of an SVG file that stands alone, two pixels to a point."""
    with TemporaryDirectory() as empty:  # the root: the drawing can reach no file
        return typst.compile(  # type: ignore[call-overload,no-any-return]  # a folder of files, which its stub leaves out
            {"main": SOURCE, "drawing.svg": svg},
            root=empty,
            font_paths=fonts(),
            ignore_system_fonts=True,
            format="png",
            ppi=72 * PIXELS_PER_POINT,
        )
