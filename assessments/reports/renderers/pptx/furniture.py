"""The foot of a slide: the company, the date and the number, in the placeholders the layout has for them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

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


class Foot(NamedTuple):
    """A placeholder of a layout at its foot, how its text looks, and how many points it is wide."""

    kind: Any
    shape: Any
    look: Any
    width: float

    @property
    def size(self) -> float:
        said = self.look.get("sz", "") if self.look is not None else ""
        return int(said) / 100 if said.isdigit() else SIZE


def feet_of(layout: Any) -> list[Foot]:
    """What a layout has at its foot: looked up once a deck, for all its slides."""
    holders = [(each.placeholder_format.type, each) for each in layout.placeholders]
    return [
        Foot(kind, each._element, _look(layout, each, kind), (each.width or 0) / EMU)
        for kind, each in holders
        if kind in (KIND.FOOTER, KIND.DATE, KIND.SLIDE_NUMBER)
    ]


def _look(layout: Any, holder: Any, kind: Any) -> Any:
    """How the text of a placeholder looks by its layout, else by the master; not every program looks there itself."""
    master = [each for each in layout.slide_master.placeholders if each.placeholder_format.type == kind]
    for place in (holder, *master):
        for level in place._element.iter(qn("a:lvl1pPr")):
            return level.find(qn("a:defRPr"))
    return None


def furnish(slide: Any, deck: Deck) -> None:
    """Adds date, footer and number. They come last, and so are read last."""
    texts = {KIND.FOOTER: deck.footer, KIND.DATE: clean(deck.document.date_text, 60), KIND.SLIDE_NUMBER: ""}
    for foot in deck.feet:
        _add(slide, foot, deck, texts[foot.kind])


def _add(slide: Any, foot: Foot, deck: Deck, text: str) -> None:
    """A placeholder like the layout’s, with a text, or with the number of the slide where there is none."""
    shape = copy.deepcopy(foot.shape)
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
    properties = etree.SubElement(run, qn("a:rPr"), sz=str(round(foot.size * 100)))
    fill = foot.look.find(qn("a:solidFill")) if foot.look is not None else None
    if fill is not None:
        properties.append(copy.deepcopy(fill))
    tongue(properties, deck.hand, "+mn")
    etree.SubElement(run, qn("a:t")).text = _short(foot, text, deck) or str(len(deck.presentation.slides))
    about = next(shape.iter(qn("p:cNvPr")))
    about.set("id", str(1 + max(int(each.get("id", "0")) for each in slide.shapes._spTree.iter(qn("p:cNvPr")))))
    slide.shapes._spTree.append(shape)


def _short(foot: Foot, text: str, deck: Deck) -> str:
    """`text` cut to what fits at the foot."""
    room = max(foot.width - 16, 60.0)
    return fit(text, room, foot.size * 1.5, foot.size, foot.size, deck.document.language).text if text else ""
