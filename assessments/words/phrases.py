"""Where a headline may break. Browsers break Chinese after any character, so that 真正 stands on two lines."""

from __future__ import annotations

import re

# After 的 and 了, which end a phrase unless they begin a word such as 的確 or 了解; before 而, unless it is part of a
# word; and before an opening quotation mark. Where `word-break: keep-all` holds, a line ends there or after
# punctuation, and nowhere else.
# A Chinese character is a letter outside ASCII: a range of twenty thousand would take a millisecond to compile.
HAN_BEFORE, HAN_NEXT = r"(?<=\w)(?<![ -~])", r"(?![ -~])(?=\w)"
END = re.compile(
    rf"(?<=[的了])(?![的确確士解然不]){HAN_NEXT}"
    rf"|{HAN_BEFORE}(?<![然从從反])(?=而[^且已])"
    rf"|{HAN_BEFORE}(?=[“「])"
)


def phrases(headline: str) -> list[str]:
    """The parts of a headline that stay together; a text without any Chinese is one."""
    return END.split(headline)


# static/js/words.js does the same on screens.
NUMBERED = re.compile(r"\b(levels?|stages?|steps?|rounds?|index|trust|NPS) (?=[−+]?\d)", re.I)
NO_NOUN = "and|are|as|at|by|for|from|in|is|of|on|or|than|to"
COUNTED = re.compile(rf"(?<![\w.,\xa0])([−+]?\d[\d.,]*) (?!(?:{NO_NOUN})\b)(?=[A-Za-z])")


def bound(headline: str) -> str:
    """An English headline in which no line ends between a number and the word that it numbers or counts."""
    return COUNTED.sub("\\1\xa0", NUMBERED.sub("\\1\xa0", headline))
