"""From bytes to text: UTF-8, UTF-16, and the two Chinese encodings spreadsheets still write, where there is no doubt.

GB18030 reads nearly every Big5 file without an error, and the other way round, as different characters. What tells them
apart is that both put their everyday characters into one block: a text read with the wrong table falls outside it.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before the shorter mark that it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CLEAR = 0.9
UNCLEAR = 0.8
ENOUGH = 4


def decode(data: bytes) -> str | None:
    """The text in `data`; None where it cannot be told for certain."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    text = _strictly(data, "utf-8")
    found = chinese(data) if text is None else None
    return _strictly(data, found) if found else text


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def chinese(data: bytes) -> str | None:
    """Which of the two Chinese encodings `data` is in; None where it cannot be told for certain."""
    simplified = _everyday(data, "gb18030", lambda lead, trail: 0xA1 <= lead <= 0xD7 and trail >= 0xA1)
    traditional = _everyday(data, "big5hkscs", lambda lead, _trail: 0xA1 <= lead <= 0xC6)
    (other, _encoding), (share, encoding) = sorted(((simplified, "gb18030"), (traditional, "big5hkscs")))
    return encoding if share >= CLEAR and other <= UNCLEAR else None


def _everyday(data: bytes, encoding: str, common: Callable[[int, int], bool]) -> float:
    """The share of other than ASCII characters that stand in the everyday block; 0 where there are too few to judge."""
    text = _strictly(data, encoding)
    pairs = [each.encode(encoding) for each in text or "" if not each.isascii()]
    if len(pairs) < ENOUGH:
        return 0.0
    return sum(len(pair) == 2 and common(pair[0], pair[1]) for pair in pairs) / len(pairs)
