"""Where a headline breaks: left alone, the typesetter may break Chinese after any character, which cuts 信任 in two."""

from __future__ import annotations

import re

from ....words.phrases import HAN_BEFORE, HAN_NEXT, bound, phrases
from ...charts.fit import text_width

_END = re.compile("(?<=[，。；：！？、])(?![”’」』）])|(?=（)|(?<=[”」])(?=比)")  # of a phrase
_SINGLE = re.compile(r"[“‘「『（《]*(?:(?![ -~])\w|[!-~]+ *|(?: |[^\w“‘「『（《])+)[，。；：！？、”’」』）》]*")
_BESIDE = re.compile(rf"{HAN_BEFORE}(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]){HAN_NEXT}")
_FINER = 0.5  # ems by which lines are widened until no more of them are needed


def in_lines(headline: str, room: float, language: str) -> str:
    """A Chinese headline with a break after each line: as few as fit `room` ems, of about one length, of whole phrases.

    In one of another language, whatever names are in it, only numbers stay with their words. A phrase wider than a line
    may break anywhere but within a Latin word.
    """
    if language == "en":
        return bound(headline)
    parts = [(each, _ems(each)) for phrase in phrases(headline) for each in _END.split(phrase) if each]
    parts = [one for part in parts for one in ([part] if part[1] <= room else _singles(part[0]))]
    fewest = len(_filled(parts, room))
    width = sum(ems for _, ems in parts) / fewest
    while width < room and len(_filled(parts, width)) > fewest:
        width += _FINER
    return "\n".join(_filled(parts, min(width, room)))


def _filled(parts: list[tuple[str, float]], room: float) -> list[str]:
    lines, used = [""], 0.0
    for words, ems in parts:
        if lines[-1] and used + ems > room:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            used = 0.0
        lines[-1] += words
        used += ems
    return lines


def _singles(phrase: str) -> list[tuple[str, float]]:
    return [(each, _ems(each)) for each in _SINGLE.findall(phrase)]


def _ems(words: str) -> float:
    """The width as it is set: Chinese quotation marks are as wide as a letter, and Latin keeps a distance."""
    return text_width(words, 1) + 0.43 * sum(map(words.count, "“”")) + 0.25 * len(_BESIDE.findall(words))
