"""What a person typed as one line of a document: nothing in it hides, turns or crowds out other text, nor is endless.

Each kind of document adds what it alone asks for: docx/text.py, pptx/texts.py, pdf/safetext.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"
JOINERS = "\u200c\u200d"  # they hold emoji and some scripts together
MARKS = frozenset(("Mn", "Mc", "Me"))
MOST_MARKS = 3  # combining marks in a row
SPACES = re.compile(r"\s+")
_DROPPED = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))


def safe_line(text: str, longest: int, *, spaces: re.Pattern[str] = SPACES, kept: str = JOINERS) -> str:
    """`text` on one line without controls, direction overrides, private characters and towers of accents, cut.

    `spaces` become one space; what is in `kept` stays although it cannot be seen.
    """
    if not text.isascii() or not text.isprintable() or "  " in text:
        text = text[: 4 * longest].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = spaces.sub(" ", unicodedata.normalize("NFC", text)).strip()
        text = "".join(_visible(text, kept))
    return cut(text.strip(), longest)


def cut(text: str, longest: int) -> str:
    """`text` of at most `longest` characters; one that is longer ends in an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def _visible(text: str, kept: str) -> Iterator[str]:
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category in _DROPPED and char not in kept:
            continue
        marks = marks + 1 if category in MARKS else 0
        if marks <= MOST_MARKS:
            yield char
