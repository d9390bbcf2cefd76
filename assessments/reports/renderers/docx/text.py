"""Any text made safe for Word: no character that XML refuses, none that turns or hides other text."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 6000
LONGEST_NAME = 160
ELLIPSIS = "…"
_SPACE = re.compile("[^\\S\u2002\u3000]+")  # wide spaces are meant
_JOINERS = "\u200c\u200d\u200b"
_DROPPED = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))
_MARKS = frozenset(("Mn", "Mc", "Me"))
_MOST_MARKS = 3


def plain(text: str, longest: int = LONGEST) -> str:
    """`text` on one line without controls, direction overrides or towers of accents, cut to `longest` characters."""
    if len(text) <= longest and text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = text[: longest * 4].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    text = "".join(_kept(text))
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def _kept(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category in _DROPPED and char not in _JOINERS:
            continue
        marks = marks + 1 if category in _MARKS else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return kept
