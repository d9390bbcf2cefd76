"""Speaker notes: the reasons behind a slide, a paragraph each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..safe_line import ELLIPSIS
from .texts import clean
from .write import tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .write import Hand

MOST = 12_000  # letters on one slide’s notes: more than anybody says


def write_notes(slide: Any, paragraphs: Sequence[str], hand: Hand) -> None:
    """Adds the paragraphs to the slide’s notes."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:  # a template may have notes without a place for text
        return
    room = MOST
    for place, text in enumerate(dict.fromkeys(filter(None, map(clean, paragraphs)))):
        paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text if len(text) <= room else text[:room] + ELLIPSIS
        tongue(run._r.get_or_add_rPr(), hand)
        room -= len(text)
        if room <= 0:
            break
