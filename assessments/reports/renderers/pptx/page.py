"""A slide: its title says the finding, the topic and one sentence more stand beside it, and the rest is drawn below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .box import Box
from .furniture import furnish
from .holders import emptied, fill
from .notes import write_notes
from .pen import Pen
from .texts import clean

if TYPE_CHECKING:
    from ...look import Note
    from .deck import Deck

AIR = 10.0


class Page:
    """One slide of a deck; `area` is what is left of it for drawing."""

    def __init__(self, deck: Deck, slide: Any, topic: str, finding: str, lead: str = "") -> None:
        self.deck, self.slide = deck, slide
        self.pen = Pen(slide.shapes, deck.hand, deck.document.language)
        self.palette = deck.palette
        self.area = deck.area
        self._said: list[str] = []
        self._place({"title": finding, "cx topic": topic, "cx lead": clean(lead)})

    def _place(self, texts: dict[str, str]) -> None:
        """Puts the three texts where the layout has a place for them, and takes away the places left empty."""
        known: dict[str, float] = {}
        for holder in list(self.slide.placeholders):
            place = self.deck.places["finding"].of(holder)
            name = "title" if place.is_title else place.name
            known[name] = place.box.y
            if texts.get(name):
                fill(place, holder, texts[name], self.deck.hand, self.deck.document.language)
            else:
                emptied(holder)
        if texts["cx lead"] and "cx lead" not in known:
            fitted = self.pen.text(self.area.top(34), texts["cx lead"], 13, colour=self.palette.ink_3)
            self.area = self.area.below(fitted.height + AIR)
        elif not texts["cx lead"] and "cx lead" in known:
            rise = max(0.0, min(28.0, self.area.y - known["cx lead"]))
            self.area = Box(self.area.x, self.area.y - rise, self.area.width, self.area.height + rise)

    def say(self, *texts: str) -> None:
        """Adds to what the speaker may say."""
        self._said.extend(filter(None, map(clean, texts)))

    def note(self, note: Note | None) -> None:
        """What the consultant wrote on the section: in the notes, where it does not push anything off the slide."""
        if note is None or not clean(note.text):
            return
        words = self.deck.document.words
        stale = words["note_stale"] if note.stale else ""
        self.say(self.deck.join.aside(words["consultants_note"], stale), *note.text.splitlines())

    def done(self) -> None:
        """Adds the foot and the notes: after this nothing more is drawn or said."""
        furnish(self.slide, self.deck)
        write_notes(self.slide, self._said, self.deck.hand)
