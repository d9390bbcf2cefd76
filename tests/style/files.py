"""Logos as people send them, and as people try."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 100), mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Image.new(mode, size, "#7A1F5C").save(buffer, kind)
    return buffer.getvalue()


def claims(width: int, height: int) -> bytes:
    """A PNG whose head promises more pixels than anybody can unpack."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def svg(inside: str = '<rect width="60" height="20" fill="#7A1F5C"/>', head: str = "", attributes: str = "") -> bytes:
    return f'{head}<svg {NAMESPACE} width="60" height="20" {attributes}>{inside}</svg>'.encode()


PLAIN_DOCTYPE = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
HOSTILE = {
    "script": svg("<script>alert(1)</script>"),
    "handler": svg(attributes='onload="alert(1)"'),
    "page": svg("<foreignObject><p/></foreignObject>"),
    "address": svg('<image href="https://example.org/a.png"/>'),
    "file": svg('<image href="file:///etc/passwd"/>'),
    "old address": svg('<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="//example.org/a.png"/>'),
    "import": svg('<style>@import url("https://example.org/a.css");</style>'),
    "style": svg('<rect style="fill:url(https://example.org/a.svg#b)"/>'),
    "drawing within": svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "entity": svg("<rect/>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "laughs": svg("&b;", '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
    "filter": svg('<filter id="f"/>'),
    "copies": svg("<use/>" * 300),
    "elements": svg("<g/>" * 6000),
    "letters": svg("<text>North</text>"),
    "wide": claims(20_000, 20_000),
    "long": claims(20_000, 10),
    "endless": claims(60_000, 60_000),
    "large": b"\x89PNG" + b"0" * 3_000_000,
    "another kind": picture("GIF"),
    "no picture": b"hello",
    "nothing to see": picture(size=(1, 1)),
    "empty": svg(""),
    "broken": picture()[:60],
}
