"""Placeholders filled: in the template’s own look, smaller only where the text would not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.util import Pt

from ....words.phrases import bound
from .fitting import fit, fit_name, unbroken
from .texts import clean
from .write import tongue

if TYPE_CHECKING:
    from .places import Place
    from .write import Hand

SAFE = 2.0
LEAST = 12.0  # no text gets smaller


def fill(place: Place, holder: Any, text: str, hand: Hand, language: str) -> None:
    """Writes one paragraph into a placeholder of a slide; `place` is what its layout says of it."""
    frame = holder.text_frame
    said = place.size
    width, height = place.box.width - place.across - SAFE, place.box.height - place.down
    named = fit_name(clean(text), width, said, language) if place.kind == KIND.CENTER_TITLE else None
    whole = bound(clean(text)) if place.is_title else clean(text)
    width, least = max(width, 40.0), min(LEAST, said)
    fitted = named or fit(whole, width, max(height, said), unbroken(whole, width, said, least), least, language)
    paragraph = frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = fitted.text
    if fitted.size < said:
        run.font.size = Pt(fitted.size)
    paragraph.line_spacing = Pt(fitted.leading)
    paragraph.space_before = Pt(0)
    tongue(run._r.get_or_add_rPr(), hand)


def emptied(holder: Any) -> None:
    """Takes a placeholder off its slide, so that nobody is asked to click into it."""
    holder._element.getparent().remove(holder._element)
