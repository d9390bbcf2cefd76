"""Somebody’s drawing as a picture: typst fits it into a sheet of a fixed size, whatever size it claims to have."""

from __future__ import annotations

from tempfile import TemporaryDirectory

import typst

from .pdf.fonts import fonts

SHEET = b"""#set page(width: 400pt, height: 160pt, margin: 0pt, fill: none)
#image("drawing.svg", width: 400pt, height: 160pt, fit: "contain")
"""
DOTS = 216.0  # to an inch: 1,200 pixels across


def drawing_png(svg: bytes) -> bytes:
    """A PNG with a transparent ground of a checked SVG (files/logo_drawing.py). Raises ValueError for a faulty one."""
    try:
        with TemporaryDirectory() as empty:  # the root: the drawing can reach no file
            return typst.compile(  # type: ignore[call-overload,no-any-return]  # a folder of files
                {"main": SHEET, "drawing.svg": svg}, root=empty, font_paths=fonts(), ignore_system_fonts=True,
                format="png", ppi=DOTS,
            )  # fmt: skip
    except (typst.TypstError, RuntimeError) as error:
        raise ValueError(str(error)) from error
