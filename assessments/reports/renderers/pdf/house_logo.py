"""The logo of a house for the typesetter: a drawing that holds the picture, because a typesetter without files takes
nothing else."""

from __future__ import annotations

from base64 import b64encode
from struct import unpack_from
from typing import Any

from ...look import Look
from .safetext import clean

LONGEST = 160


def house_logo(look: Look, prepared_by: str) -> dict[str, Any] | None:
    """The logo as a figure whose `alt` is the name of the house; None where it has none."""
    if look.logo_png is None:
        return None
    width, height = png_size(look.logo_png)
    picture = b64encode(look.logo_png).decode()
    size = f'width="{width}" height="{height}"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
        f'<image {size} href="data:image/png;base64,{picture}"/></svg>'
    )
    alt = clean(look.name or prepared_by, LONGEST) or "Logo"
    return {"svg": svg, "width": width, "height": height, "alt": alt, "labels": []}


def png_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG file in pixels."""
    width, height = unpack_from(">II", content, 16)
    return width, height
