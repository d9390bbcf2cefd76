"""Any text made safe to set: nothing a person typed may break the page, hide other text or stop the report."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ..safe_line import ELLIPSIS, JOINERS, MARKS, cut, safe_line
from .coverage import SURE, covered

LONGEST = 6000
RUN = 24  # an unbroken run of letters longer than this may be broken: no column is narrower
MISSING = "\N{WHITE SQUARE}"

# Ranges that reach beyond Latin take a millisecond each to compile: as few as will do, and only when they are needed.
_SURE = re.compile(f"[{SURE}]*")
_BREAKS_ALREADY = r"\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_LONG_SURE = re.compile(f"[!-\u2e7f]{{{RUN + 1},}}")  # what is sure beyond this may be broken anywhere
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def clean(text: str, longest: int = LONGEST) -> str:
    """`text` on one safe line. Text over `longest` characters ends in an ellipsis.

    What no font has is written in compatible letters or as a white square; endless words get places to break.
    """
    if len(text) <= longest and "  " not in text and (_is_ascii(text) or _SURE.fullmatch(text)):
        text = text.strip(" ")
        return text if len(text) <= RUN else _LONG_SURE.sub(_breakable, text)
    text = safe_line(_SELECTORS.sub("", text[: longest * 4]), longest * 4)
    text = cut("".join(map(_settable, text)), longest)
    return _long().sub(_breakable, text)


def is_composed(text: str) -> bool:
    """True when every character is a common one that stands alone, so that accents need no composing.

    Where lines may end, and where they may not, composes nothing.
    """
    return _SURE.fullmatch(text.replace("\u200b", "").replace("\xa0", "")) is not None


def shorten(text: str, most: float) -> str:
    """Cleaned `text` cut to about `most` ems of width (a Han character is one em, a Latin letter about half)."""
    text, room = clean(text).replace("\u200b", ""), most
    for place, char in enumerate(text):
        room -= 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.58
        if room < 0:
            return text[:place].rstrip() + ELLIPSIS
    return text


def _settable(char: str) -> str:
    """A character that a font has; of accents that none has, nothing."""
    if char == " " or char in JOINERS or covered(char):
        return char
    return "" if unicodedata.category(char) in MARKS else _compatible(char)


def _compatible(char: str) -> str:
    """What stands in for a character that no font has."""
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain != char and all(map(covered, plain)) else MISSING


def _is_ascii(text: str) -> bool:
    return text.isascii() and text.isprintable()


@cache
def _long() -> re.Pattern[str]:
    return re.compile(f"[^{_BREAKS_ALREADY}]{{{RUN + 1},}}")


def _breakable(match: re.Match[str]) -> str:
    run = match[0]
    return "\u200b".join(run[start : start + RUN] for start in range(0, len(run), RUN))
