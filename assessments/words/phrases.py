"""Where a Chinese headline may break. Browsers break Chinese after any character, so that 真正 stands on two lines."""

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
