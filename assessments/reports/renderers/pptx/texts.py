"""Any text made safe for a slide."""

from __future__ import annotations

from ..safe_line import safe_line

LONGEST = 1200
LANGUAGES = {"en": "en-GB", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}


def clean(text: str, longest: int = LONGEST) -> str:
    """`text` on one safe line, cut to `longest` characters."""
    return safe_line(text, longest)
