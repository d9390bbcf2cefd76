"""QR codes of links: as a drawing in a page, and as a file for slides and posters."""

from __future__ import annotations

import io

import segno
from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from .downloads import SVG, as_file


def qr_drawing(url: str, css: str | None = None) -> SafeString:
    """A QR code to stand in a page: black on white whatever the theme, as large as its box, silent."""
    drawn = segno.make(url, error="m").svg_inline(omitsize=True, border=2, light="#fff", svgclass=css, lineclass=None)
    return mark_safe(drawn)  # noqa: S308 - drawn by the package


def qr_file(url: str, name: str) -> HttpResponse:
    """The same as an SVG file, with the margin that scanners want."""
    out = io.BytesIO()
    segno.make(url, error="m").save(out, kind="svg", scale=8, border=4, light="#fff")
    return as_file(out.getvalue(), SVG, name)
