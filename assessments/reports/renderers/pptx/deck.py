"""A deck being made: its template, colours and hand, and the slides that are added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...charts.tokens import NEUTRALS
from ..joiner import joiner
from .box import EMU
from .furniture import feet_of
from .house import EAST, house_template
from .page import Page
from .palette import our_palette
from .places import Places
from .template import area_of, layout_for, opened
from .texts import LANGUAGES, clean
from .theme import theme_of
from .write import Hand

if TYPE_CHECKING:
    from ...document import Head, ReportDocument
    from ...look import Look


class Deck:
    """Holds what all slides share. `own` tells that the template is a consultancy’s, `join` how texts are joined."""

    def __init__(self, document: ReportDocument, look: Look) -> None:
        self.document, self.look = document, look
        language = document.language
        self.join = joiner(language)
        self.own = look.pptx_template is not None
        accent = look.accent or NEUTRALS["accent"]
        self.presentation = opened(look.pptx_template or house_template(language, accent))
        self.layouts = {role: layout_for(self.presentation, role) for role in ("cover", "finding")}
        self.places = {role: Places(layout) for role, layout in self.layouts.items()}
        self.feet = feet_of(self.layouts["finding"])
        lang = LANGUAGES[language]
        if self.own:
            theme = theme_of(self.layouts["finding"], language)
            self.palette = theme.palette
            self.hand = Hand(lang, "" if theme.east or language == "en" else EAST[language], self.palette.ink)
        else:
            self.palette = our_palette(accent)
            self.hand = Hand(lang, "" if language == "en" else EAST[language])
        self.width = (self.presentation.slide_width or 0) / EMU
        self.height = (self.presentation.slide_height or 0) / EMU
        self.area = area_of(self.layouts["finding"], self.width, self.height)

    @property
    def author(self) -> str:
        """Under whose name the deck stands."""
        return clean(self.look.name or self.document.facts.prepared_by, 160)

    @property
    def footer(self) -> str:
        """What stands at the foot of every slide."""
        if self.look.footer:
            return clean(self.look.footer, 200)
        return clean(" · ".join(filter(None, (clean(self.document.company, 60), clean(self.author, 60)))), 200)

    def page(self, topic: str, finding: str, lead: str = "") -> Page:
        """A new slide that says `finding`."""
        slide = self.presentation.slides.add_slide(self.layouts["finding"])
        return Page(self, slide, topic, finding, lead)

    def section(self, head: Head) -> Page:
        """A new slide for a section."""
        page = self.page(head.topic, head.finding, " ".join(head.paragraphs[:1]))
        page.say(*head.paragraphs)
        return page
