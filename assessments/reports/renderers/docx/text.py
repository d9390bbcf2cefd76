"""Any text made safe for Word, which sets wide spaces and breaks words at zero width spaces as we mean it."""

from __future__ import annotations

import re

from ..safe_line import JOINERS, safe_line

LONGEST = 6000
LONGEST_NAME = 160
_SPACE = re.compile("[^\\S\u2002\u3000]+")  # wide spaces are meant


def plain(text: str, longest: int = LONGEST) -> str:
    """`text` on one safe line, cut to `longest` characters."""
    return safe_line(text, longest, spaces=_SPACE, kept=f"{JOINERS}\u200b")
