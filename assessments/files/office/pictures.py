"""The pictures of an office file: known kinds, of a size that can be unpacked."""

from __future__ import annotations

import io
import re
import warnings

from django.utils.translation import gettext as _

from . import limits
from .tree import BadXml, Node, parse

PICTURE = re.compile(r"\.(png|jpe?g|jfif|gif|bmp|dib|tiff?|webp|ico|emf|wmf|svg|wdp|heic|avif)$", re.IGNORECASE)
VECTORS = (b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00", b"\x1f\x8b")
RASTERS = ("PNG", "JPEG", "GIF", "BMP", "DIB", "TIFF", "WEBP", "ICO")


def picture_fault(name: str, content: bytes) -> str:
    """Why a picture is refused, or ""."""
    if name.lower().endswith(".svg"):
        return _drawing_fault(content)
    if name.lower().endswith((".emf", ".wmf")):
        return "" if content.startswith(VECTORS[:4]) else _unknown()
    return raster_fault(content)


def raster_fault(content: bytes) -> str:
    """Why a picture of pixels is refused, or "". Only its head is read."""
    from PIL import Image  # noqa: PLC0415 - only for those who send office files

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=RASTERS) as picture:
                width, height = picture.size
    except Image.DecompressionBombError:
        return _oversize()
    except Exception:
        return _unknown()
    if max(width, height) > limits.PICTURE_EDGE or width * height > limits.PICTURE_PIXELS:
        return _oversize()
    return ""


def _drawing_fault(content: bytes) -> str:
    try:
        tree = parse(content)
    except BadXml as error:
        return str(error)
    if any(map(_reaches_out, tree.walk())):
        return _("This drawing has scripts or loads something. Save it as a PNG picture and insert that.")
    return ""


def _reaches_out(node: Node) -> bool:
    link = node.get("href").strip().lower()
    return (
        node.name.lower() in ("script", "foreignobject", "iframe", "handler")
        or any(key.lower().startswith("on") for key in node.attributes)
        or (bool(link) and not link.startswith(("#", "data:image/png", "data:image/jpeg")))
    )


def _oversize() -> str:
    values = {"edge": limits.PICTURE_EDGE, "pixels": limits.PICTURE_PIXELS // 1_000_000}
    return (
        _("This picture is larger than %(edge)d pixels on an edge or %(pixels)d million in all. Make it smaller.")
        % values
    )


def _unknown() -> str:
    return _("This picture is damaged or of a kind we do not know. Replace it by a PNG or JPEG.")
