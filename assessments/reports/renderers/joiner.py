"""How what is said on a slide or in a cell is put together, in the punctuation of the reader’s language."""

from __future__ import annotations

from dataclasses import dataclass

ENDS = (".", "?", "。", "？", ".”", "?”", "。」", "？」", "。”", "？”")


@dataclass(frozen=True, slots=True)
class Joiner:
    """The signs of a language; each method leaves out what is empty."""

    colon: str = ": "
    comma: str = ", "
    semicolon: str = "; "
    stop: str = "."
    between: str = " "
    brackets: tuple[str, str] = (" (", ")")

    def named(self, name: str, *texts: str) -> str:
        """“Name: one, another”; the name alone where there is no text."""
        told = self.comma.join(filter(None, texts))
        return f"{name}{self.colon}{told}" if told else name

    def listed(self, *texts: str) -> str:
        """Texts that may hold commas, side by side."""
        return self.semicolon.join(filter(None, texts))

    def sentences(self, *texts: str) -> str:
        """Each with a full stop, unless it ends with one."""
        return self.between.join(each if each.endswith(ENDS) else each + self.stop for each in filter(None, texts))

    def aside(self, text: str, note: str) -> str:
        """A note in brackets after a text."""
        opening, closing = self.brackets
        return f"{text}{opening}{note}{closing}" if note else text


ENGLISH = Joiner()
CHINESE = Joiner("：", "，", "；", "。", "", ("（", "）"))


def joiner(language: str) -> Joiner:
    """That of a document’s language."""
    return ENGLISH if language == "en" else CHINESE
