"""Fitting words into a drawing without a font at hand: widths are estimates, on the generous side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import east_asian_width

# Named one by one: all but the printable ones would be the same, but takes ten times as long to compile.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = " \t\n\r\u200b"  # U+200B: the translators' break points
_NOT_FIRST = frozenset("，。、；：？！）」』》％")
_NARROW = frozenset(" .,:;'’‘|!ijlIft()[]1-")
_BROAD = frozenset("mwMW@%—…")


def printable(text: str) -> str:
    """`text` without the characters no XML document may hold (controls, lone surrogates)."""
    return _UNPRINTABLE.sub("", text)


def text_width(text: str, size: float) -> float:
    """About how wide `text` runs at `size`, in the same units: a Han character is 1 em, a Latin letter about .57."""
    return size * sum(map(_ems, text))


@lru_cache(maxsize=4096)  # of a million letters in a workbook there are a few hundred
def _ems(char: str) -> float:
    if char == "\u200b":
        return 0.0
    if east_asian_width(char) in "WF":
        return 1.0
    if char in _NARROW:
        return 0.34
    return 0.9 if char in _BROAD else 0.68 if char.isupper() else 0.57


def wrap(text: str, width: float, size: float, most: int = 3) -> list[str]:
    """`text` in at most `most` lines of about `width`; the last takes what is left over. Han may break anywhere."""
    lines, used = [""], 0.0
    for before, piece in _pieces(printable(text)):
        gap = " " if lines[-1] and before.strip("\u200b") else ""
        needed = text_width(gap + piece, size)
        if not lines[-1] or used + needed <= width or piece in _NOT_FIRST or len(lines) == most:
            lines[-1] += gap + piece
            used += needed
        else:
            lines.append(piece)
            used = text_width(piece, size)
    return _with_company(lines)


def _with_company(lines: list[str]) -> list[str]:
    """The lines, where no Han stands on the last one by itself: the one before comes down to it."""
    if len(lines) < 2 or len(lines[-1]) > 1 or len(lines[-2]) < 3:
        return lines
    *first, before, last = lines
    if not all(map(_is_han, before[-2:] + last)) or before[-1] in _NOT_FIRST:
        return lines
    return [*first, before[:-1], before[-1] + last]


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Words and single Han characters, each with the space before it. By hand: the pattern took two milliseconds."""
    before = word = ""
    for char in text:
        breaks, han = char in _BREAK, _is_han(char)
        if word and (breaks or han):
            yield before, word
            before = word = ""
        if breaks:
            before += char
        elif han:
            yield before, char
            before = ""
        else:
            word += char
    if word:
        yield before, word


def _is_han(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"
