"""What the writers of sections share: the pen, the document’s words, its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...document import ReportDocument
    from .pen import Pen
    from .pictures import Picture


@dataclass(frozen=True, slots=True)
class Writing:
    """A document in the making."""

    pen: Pen
    document: ReportDocument
    pictures: Mapping[str, Picture]

    @property
    def words(self) -> Mapping[str, str]:
        return self.document.words

    @property
    def listing(self) -> str:
        """Between the items of a list within a sentence."""
        return "; " if self.document.language == "en" else "；"

    @property
    def stop(self) -> str:
        """Between two sentences."""
        return ". " if self.document.language == "en" else "。"

    def named(self, name: str, text: str) -> str:
        """“Name: text”."""
        return f"{name}{': ' if self.document.language == 'en' else '：'}{text}"

    def figure(self, name: str, caption: str) -> None:
        """A picture with its caption, where there is one of this name."""
        if name in self.pictures:
            self.pen.figure(self.pictures[name], caption)
