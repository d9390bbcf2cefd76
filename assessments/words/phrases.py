"""Where a Chinese headline may break. Browsers break Chinese after any character, so that 真正 stands on two lines."""

from __future__ import annotations

import re

# After 的 and 了, which end a phrase unless they begin a word such as 的確 or 了解; before 而, unless it is part of a
# word; and before an opening quotation mark. Where `word-break: keep-all` holds, a line ends there or after
# punctuation, and nowhere else.
END = re.compile(
    r"(?<=[的了])(?![的确確士解然不])(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])(?<![然从從反])(?=而[^且已])"
    r"|(?<=[\u4e00-\u9fff])(?=[“「])"
)


def phrases(headline: str) -> list[str]:
    """The parts of a headline that stay together; a text without any Chinese is one."""
    return END.split(headline)
