"""Any text made safe for a slide: on one line, nothing that hides or turns other text, not endless."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 1200
MARKS = 3  # combining marks in a row
ELLIPSIS = "…"
LANGUAGES = {"en": "en-GB", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}

_SPACE = re.compile("[\\s\u0085\u00a0\u2007\u2028\u2029\u202f\u3000]+")
_DROPPED = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))
_JOINERS = "\u200c\u200d"  # they hold emoji and some scripts together
_ACCENTS = frozenset(("Mn", "Me"))


def clean(text: str, longest: int = LONGEST) -> str:
    """`text` without controls, direction overrides, private characters and towers of accents, cut to `longest`."""
    line = _SPACE.sub(" ", unicodedata.normalize("NFC", text[: 4 * longest].replace("\u200b", ""))).strip()
    if not line.isascii() or not line.isprintable():
        line = "".join(_kept(line)).strip()
    return line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS


def _kept(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in _ACCENTS else 0
        if marks <= MARKS and (category not in _DROPPED or char in _JOINERS):
            kept.append(char)
    return kept
