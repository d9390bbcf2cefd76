"""Customers' words as they are searched, and the mood that a score tells. Pure."""

from __future__ import annotations

import re
import unicodedata

SPACE = re.compile(r"\s+")
UNHAPPY, NEUTRAL, HAPPY = "unhappy", "neutral", "happy"


def searchable(text: str) -> str:
    """The text as it is searched: one width, one case, single spaces. Words to search for go through it as well."""
    return SPACE.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def mood_of(measure: str, score: int | None, scale_min: int | None, scale_max: int | None) -> str:
    """`unhappy`, `neutral` or `happy`, from the score alone; "" without one.

    NPS: 0-6, 7-8, 9-10. Elsewhere the two best scores are happy, and those below the middle of the scale unhappy:
    1-2 of five, 1-3 of seven, 1-5 of ten. On an effort scale of five (the first form of the question) low is good.
    """
    if score is None or scale_min is None or scale_max is None:
        return ""
    if measure == "nps":
        return UNHAPPY if score <= 6 else NEUTRAL if score <= 8 else HAPPY
    if measure == "ces" and (scale_min, scale_max) == (1, 5):
        score = scale_min + scale_max - score
    if score >= scale_max - 1:
        return HAPPY
    return UNHAPPY if 2 * score < scale_min + scale_max else NEUTRAL
