"""How large a text may be in its box. Lines are counted generously, since nobody knows the reader’s fonts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ...charts.fit import text_width
from ..safe_line import ELLIPSIS

LEADING = {"en": 1.22, "zh-hans": 1.38, "zh-hant": 1.38}
BOLDER = 1.1
WIDER = 1.04  # a substituted font may run wider than the one that was asked for
SEAM = 0.25  # ems that some programs put between Han and Latin
FIRST_HAN = "\u2e80"
STEP = 0.5
SMALLER = 0.75  # of the size a name should have
_HAN = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PIECE = re.compile(f"[{_HAN}]| +|[^ {_HAN}]+")
_NOT_FIRST = frozenset("；：？！）」』》％")  # these take the character before them along to the next line
_HANGING = frozenset("，。、")  # these may stand in the margin


class Fitted(NamedTuple):
    """A text as it fits: perhaps cut, its size in points, the height of a line, and how many lines it takes."""

    text: str
    size: float
    leading: float
    lines: int

    @property
    def height(self) -> float:
        """In points."""
        return self.leading * self.lines


@lru_cache(20_000)
def _ems(piece: str) -> float:
    return text_width(piece, WIDER)


def lines(text: str, width: float, size: float, bold: bool = False) -> int:
    """How many lines `text` takes in a box of `width` points; words longer than a line are broken, as slides do."""
    room = max(width / size / (BOLDER if bold else 1.0), 1.0)
    count, used, last, before = 1, 0.0, 0.0, " "
    for piece in _PIECE.findall(text):
        needed = _ems(piece) + (SEAM if _is_seam(before, piece) else 0.0)
        if used + needed <= room or piece in _HANGING:
            used += needed
        elif piece in _NOT_FIRST:
            count, used = count + 1, last + needed
        elif not piece.startswith(" "):
            over = int(needed // room)
            count += 1 + over if used else over
            used = needed - over * room
        last, before = needed, piece
    return count


def _is_seam(before: str, piece: str) -> bool:
    """Whether Han meets Latin letters or digits without a space between."""
    return (before >= FIRST_HAN) != (piece >= FIRST_HAN) and not before.startswith(" ") and not piece.startswith(" ")


def fit(
    text: str, width: float, height: float, size: float, least: float, language: str, *, bold: bool = False
) -> Fitted:
    """`text` at the greatest size of `size`..`least` that fits into `width` x `height` points; cut if none does."""
    leading = LEADING[language]
    now = size
    while now >= least:
        count = lines(text, width, now, bold)
        if count * now * leading <= height + 0.1:
            return Fitted(text, now, now * leading, count)
        now -= STEP
    width = width / BOLDER if bold else width
    return _cut(text, width, max(1, int(height / (least * leading))), least, leading)


def unbroken(text: str, width: float, size: float, least: float) -> float:
    """`size`, or as much less of it, down to `least`, as lets every word stand on one line of `width` points."""
    most = width / max(map(_ems, _PIECE.findall(text)), default=1.0)
    return size if most >= size or most < least else most // STEP * STEP


def fit_name(text: str, width: float, size: float, language: str) -> Fitted | None:
    """A name without spaces on one line, where that takes no more than a quarter off its size; else None.

    Otherwise the name of a Chinese company would leave its last character alone on a second line.
    """
    if " " in text or lines(text, width, size * SMALLER) > 1:
        return None
    return fit(text, width, size * LEADING[language], size, size * SMALLER, language)


def _cut(text: str, width: float, most: int, size: float, leading: float) -> Fitted:
    """The longest beginning of `text` that takes at most `most` lines, with an ellipsis."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle].rstrip() + ELLIPSIS, width, size) <= most:
            low = middle
        else:
            high = middle - 1
    shown = text if low == len(text) else text[:low].rstrip() + ELLIPSIS
    return Fitted(shown, size, size * leading, min(most, lines(shown, width, size)))
