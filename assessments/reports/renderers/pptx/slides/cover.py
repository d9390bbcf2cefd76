"""The cover: whose report it is, of when, by whom."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from ..box import EMU, Box
from ..holders import emptied, fill
from ..notes import write_notes
from ..pen import Pen
from ..pyramid import draw_pyramid
from ..seen import decorative, named
from ..template import area_of
from ..texts import clean

if TYPE_CHECKING:
    from ..deck import Deck
    from ..places import Place

ART = Box(560, 96, 340, 330)
TEXTS = ("cx topic", "cx subtitle", "cx foot")
KINDS = {KIND.PICTURE: "picture", KIND.SUBTITLE: "subtitle", KIND.BODY: "text", KIND.OBJECT: "text"}


def cover(deck: Deck) -> None:
    """Adds the first slide."""
    document, look = deck.document, deck.look
    slide = deck.presentation.slides.add_slide(deck.layouts["cover"])
    subtitle = clean(look.cover_line) or clean(document.subtitle)
    foot = " · ".join(filter(None, (clean(document.date_text), deck.author)))
    texts = {
        "title": clean(document.company, 160) or clean(document.title),
        "cx topic": clean(document.title) if clean(document.company) else "",
        "cx subtitle": subtitle,
        "cx foot": foot,
    }
    said = " · ".join(filter(None, (clean(document.title), subtitle, foot)))
    logo = look.logo_png
    places = [(deck.places["cover"].of(holder), holder) for holder in slide.placeholders]
    holders = [(_name(place), place, holder) for place, holder in places]
    ours = any(name in TEXTS for name, _place, _holder in holders)
    kinds = ("subtitle",) if ours else ("subtitle", "text")
    told = next((holder for kind in kinds for name, _place, holder in holders if name == kind), None)
    for name, place, holder in holders:
        if holder is told:
            fill(place, holder, said, deck.hand, document.language)
        elif name == "picture" and logo:
            _logo(slide, place.box, holder, logo, deck.author)
            logo = None
        elif texts.get(name):
            fill(place, holder, texts[name], deck.hand, document.language)
        else:
            emptied(holder)
    pen = Pen(slide.shapes, deck.hand, document.language)
    if not deck.own:
        _art(pen, deck)
    elif told is None and not ours:
        pen.text(area_of(slide.slide_layout, deck.width, deck.height), said, 18, colour=deck.palette.ink_2)
    write_notes(slide, [document.finding, *document.notices], deck.hand)


def _name(place: Place) -> str:
    """What a placeholder of the cover is for: our name of it, else by its kind."""
    if place.is_title:
        return "title"
    if place.name.startswith("cx ") and place.kind != KIND.PICTURE:
        return place.name
    return KINDS.get(place.kind, "")


def _logo(slide: Any, room: Box, holder: Any, logo: bytes, author: str) -> None:
    """The logo, whole and undistorted, in the room of the placeholder."""
    emptied(holder)
    picture = slide.shapes.add_picture(io.BytesIO(logo), 0, 0)
    share = min(room.width / max(picture.width / EMU, 1), room.height / max(picture.height / EMU, 1))
    picture.width, picture.height = int(picture.width * share), int(picture.height * share)
    picture.left, picture.top, _w, _h = room.emu
    if author:
        named(picture, author)
    else:
        decorative(picture)


def _art(pen: Pen, deck: Deck) -> None:
    """The six layers, all solid: our sign."""
    draw_pyramid(pen, deck.palette, ART, [100.0] * 6, 6, None, "", numerals=False, gap=5.0)
    pen.rule(64, 440, 470, deck.palette.ink, 1.0)
