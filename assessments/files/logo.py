"""A logo from a stranger: only its pixels are kept, drawn or written anew, so that nothing else comes with it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .logo_drawing import LogoRefused, checked_drawing

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FILE_BYTES = 2 * 1024 * 1024
EDGE = 8_000  # pixels: whoever has a larger picture of a logo has sent the wrong file
PIXELS = 25_000_000
KEPT = (1200, 480)  # what is kept at most: sharp at seven centimetres on paper
SMALLEST = 24
FAINTEST = 240  # of 255, which is white
DRAWING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<")

__all__ = ["LogoRefused", "checked_logo"]


def checked_logo(content: bytes, draw: Callable[[bytes], bytes]) -> bytes:
    """A PNG of the logo with a transparent ground, at most KEPT. Takes PNG, JPEG and SVG; raises LogoRefused.

    `draw` turns a checked SVG drawing into a PNG; ValueError where it cannot.
    """
    from PIL import Image  # noqa: PLC0415 - only for those who send a logo

    if len(content) > FILE_BYTES:
        raise LogoRefused(_("The file is larger than 2 MB. A logo of 1,200 pixels is sharp enough: make it smaller."))
    if DRAWING.match(content):
        content = _pixels(checked_drawing(content), draw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes are looked at below, and damaged notes about a picture are not kept
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
                return _kept(picture)
    except Image.DecompressionBombError as error:
        raise LogoRefused(_oversize()) from error
    except LogoRefused:
        raise
    except Exception as error:
        text = _("This is not a picture we can read. Save the logo as PNG, JPEG or SVG and try again.")
        raise LogoRefused(text) from error


def _pixels(drawing: bytes, draw: Callable[[bytes], bytes]) -> bytes:
    try:
        return draw(drawing)
    except ValueError as error:
        raise LogoRefused(_("This drawing cannot be drawn. Save it as a PNG picture and send that.")) from error


def _kept(picture: Picture) -> bytes:
    """Nothing but the pixels, without empty borders."""
    from PIL import ImageOps  # noqa: PLC0415 - only for those who send a logo

    width, height = picture.size
    if max(width, height) > EDGE or width * height > PIXELS:  # known from the head, before anything is unpacked
        raise LogoRefused(_oversize())
    turned = ImageOps.exif_transpose(picture).convert("RGBA")
    box = turned.getchannel("A").getbbox()
    if box is None:
        raise LogoRefused(_("This picture is empty: nothing in it can be seen. Choose another file."))
    turned = turned.crop(box)
    if min(turned.size) < SMALLEST:
        raise LogoRefused(_("This picture is smaller than 24 pixels and would look blurred. Choose a larger one."))
    turned.thumbnail(KEPT)
    if not _seen_on_paper(turned):
        raise LogoRefused(
            _("This logo is white, or nearly so: on white paper nobody would see it. Choose the one for light grounds.")
        )
    buffer = io.BytesIO()
    clean = turned.copy()
    clean.info.clear()
    clean.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _seen_on_paper(picture: Picture) -> bool:
    """Whether anything of the picture is darker than the faintest that shows on white."""
    from PIL import Image  # noqa: PLC0415 - only for those who send a logo

    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    return any(paper.convert("L").histogram()[: FAINTEST + 1])


def _oversize() -> str:
    return _(
        "This picture has more than 8,000 pixels on an edge or 25 million in all. Make it smaller: 1,200 are enough."
    )
