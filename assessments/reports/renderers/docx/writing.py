"""What the writers of sections share: the pen, the document’s words, its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..joiner import Joiner, joiner

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
    def join(self) -> Joiner:
        """How texts are put together in its language."""
        return joiner(self.document.language)

    def figure(self, name: str, caption: str) -> None:
        """A picture with its caption, where there is one of this name."""
        if name in self.pictures:
            self.pen.figure(self.pictures[name], caption)
