"""The report as a PowerPoint deck: sixteen to nine, native charts, tables and shapes, the reasons in the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..look import OURS, Look
from .pptx.closing import finished
from .pptx.deck import Deck
from .pptx.slides.cover import cover
from .pptx.slides.registry import SLIDES
from .pptx.slides.summary import summary

if TYPE_CHECKING:
    from ..document import ReportDocument


def to_pptx(document: ReportDocument, look: Look = OURS) -> bytes:
    """The report as a PPTX file, in the look of a house. The same document gives the same bytes."""
    deck = Deck(document, look)
    cover(deck)
    summary(deck)
    for shown in document.shown:
        draw = SLIDES.get(shown.id)
        for page in draw(deck, shown.section) if draw else ():
            page.note(shown.note)
            page.done()
    return finished(deck)
