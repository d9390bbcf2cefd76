"""The foot of a slide: the company, the date and the number, in the placeholders the layout has for them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn

from .box import EMU
from .fitting import fit
from .texts import clean
from .write import emptied, tongue

if TYPE_CHECKING:
    from .deck import Deck

NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
SIZE = 12.0  # where neither layout nor master says


def furnish(slide: Any, deck: Deck) -> None:
    """Adds date, footer and number. They come last, and so are read last."""
    for holder in slide.slide_layout.placeholders:
        kind = holder.placeholder_format.type
        if kind == KIND.FOOTER:
            _add(slide, holder, deck, deck.footer)
        elif kind == KIND.DATE:
            _add(slide, holder, deck, clean(deck.document.date_text, 60))
        elif kind == KIND.SLIDE_NUMBER:
            _add(slide, holder, deck, "")


def _add(slide: Any, holder: Any, deck: Deck, text: str) -> None:
    """A placeholder like the layout’s, with a text, or with the number of the slide where there is none."""
    shape = copy.deepcopy(holder._element)
    body = shape.find(qn("p:txBody"))
    if body is None:
        return
    for place in (shape.find(qn("p:spPr")), body.find(qn("a:lstStyle"))):
        for child in list(place) if place is not None else ():
            place.remove(child)  # place and look are the layout’s
    emptied(body)
    paragraph = etree.SubElement(body, qn("a:p"))
    run = etree.SubElement(paragraph, qn("a:r" if text else "a:fld"))
    if not text:
        run.set("id", NUMBER)
        run.set("type", "slidenum")
    look = _look(slide, holder)
    size = _size(look)
    properties = etree.SubElement(run, qn("a:rPr"), sz=str(round(size * 100)))
    fill = look.find(qn("a:solidFill")) if look is not None else None
    if fill is not None:
        properties.append(copy.deepcopy(fill))
    tongue(properties, deck.hand, "+mn")
    etree.SubElement(run, qn("a:t")).text = _short(holder, text, size, deck) or str(len(deck.presentation.slides))
    about = next(shape.iter(qn("p:cNvPr")))
    about.set("id", str(1 + max(int(each.get("id", "0")) for each in slide.shapes._spTree.iter(qn("p:cNvPr")))))
    slide.shapes._spTree.append(shape)


def _look(slide: Any, holder: Any) -> Any:
    """How the text of a placeholder looks by its layout, else by the master; not every program looks there itself."""
    kind = holder.placeholder_format.type
    master = [each for each in slide.slide_layout.slide_master.placeholders if each.placeholder_format.type == kind]
    for place in (holder, *master):
        for level in place._element.iter(qn("a:lvl1pPr")):
            return level.find(qn("a:defRPr"))
    return None


def _size(look: Any) -> float:
    said = look.get("sz", "") if look is not None else ""
    return int(said) / 100 if said.isdigit() else SIZE


def _short(holder: Any, text: str, size: float, deck: Deck) -> str:
    """`text` cut to what fits into the holder."""
    width = (holder.width or 0) / EMU - 16
    return fit(text, max(width, 60.0), size * 1.5, size, size, deck.document.language).text if text else ""
