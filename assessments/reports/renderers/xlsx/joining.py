"""Two texts in one cell: with a space between them, but not where Chinese punctuation brings its own."""

from __future__ import annotations

OPENING, CLOSING = "（「『《【“", "。，、：；！？）」』》】”"
HAN = "\u3000"  # from here on letters are as wide as high


def joined(first: str, second: str) -> str:
    """The one after the other; just the other where one is empty."""
    before = first[-1:] in CLOSING and first[-2:-1] >= HAN
    after = second[:1] in OPENING and second[1:2] >= HAN
    return first + second if before or after or not first or not second else f"{first} {second}"
