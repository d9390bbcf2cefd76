"""Writing text: every run with its language, its East-Asian font, its size and colour; every line of a fixed height.

Built as XML: a deck has hundreds of paragraphs, and the library looks up each property anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn

from .fitting import Fitted

ALIGN = {"l": "l", "r": "r", "c": "ctr"}
ANCHOR = {"t": "t", "m": "ctr", "b": "b"}
THEME = {
    "tx1": MSO_THEME_COLOR.TEXT_1,
    "tx2": MSO_THEME_COLOR.TEXT_2,
    "bg1": MSO_THEME_COLOR.BACKGROUND_1,
    **{f"accent{place}": getattr(MSO_THEME_COLOR, f"ACCENT_{place}") for place in range(1, 7)},
}


@dataclass(frozen=True, slots=True)
class Hand:
    """What all text of a deck has in common: its language tag, the font of its Chinese, "" to leave the theme’s, and
    its colour where nothing else is said."""

    lang: str
    east: str
    ink: str = "tx1"


def coloured(target: Any, colour: str) -> None:
    """Gives a colour of python-pptx its value: "#rrggbb" or the name of a theme’s colour."""
    if colour.startswith("#"):
        target.rgb = RGBColor.from_string(colour[1:].upper())
    else:
        target.theme_color = THEME[colour]


def filled(parent: Any, colour: str) -> None:
    """The same as an element below `parent`."""
    fill = etree.SubElement(parent, qn("a:solidFill"))
    kind = "a:srgbClr" if colour.startswith("#") else "a:schemeClr"
    etree.SubElement(fill, qn(kind)).set("val", colour.lstrip("#").upper() if colour.startswith("#") else colour)


def framed(body: Any, anchor: str = "t") -> None:
    """Empties a text body, which from now on wraps, keeps its size and has no air around its text."""
    properties = body.find(qn("a:bodyPr"))
    for child in list(properties):
        properties.remove(child)
    for side in ("lIns", "tIns", "rIns", "bIns"):
        properties.set(side, "0")
    properties.set("wrap", "square")
    properties.set("anchor", ANCHOR[anchor])
    etree.SubElement(properties, qn("a:noAutofit"))
    emptied(body)


def emptied(body: Any) -> None:
    """Takes the paragraphs out of a text body."""
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)


def written(
    body: Any,
    hand: Hand,
    fitted: Fitted,
    *,
    colour: str = "",
    bold: bool = False,
    align: str = "l",
    font: str = "",
    after: float = 0.0,
) -> None:
    """Adds a paragraph of one run. `font` "+mj": the theme’s font of titles; `after`: the space below in points."""
    paragraph = etree.SubElement(body, qn("a:p"))
    about = etree.SubElement(paragraph, qn("a:pPr"), algn=ALIGN[align], marL="0", indent="0")
    for name, points in (("a:lnSpc", fitted.leading), ("a:spcBef", 0.0), ("a:spcAft", after)):
        spacing = etree.SubElement(about, qn(name))
        etree.SubElement(spacing, qn("a:spcPts")).set("val", str(round(points * 100)))
    etree.SubElement(about, qn("a:buNone"))
    run = etree.SubElement(paragraph, qn("a:r"))
    properties = etree.SubElement(run, qn("a:rPr"), sz=str(round(fitted.size * 100)), b="1" if bold else "0")
    filled(properties, colour or hand.ink)
    tongue(properties, hand, font)
    etree.SubElement(run, qn("a:t")).text = fitted.text


def tongue(properties: Any, hand: Hand, font: str = "") -> None:
    """Sets language and fonts of a run’s properties."""
    properties.set("lang", hand.lang)
    if hand.lang.startswith("zh"):
        properties.set("altLang", "en-GB")
    if font:
        etree.SubElement(properties, qn("a:latin")).set("typeface", f"{font}-lt")
    if hand.east:
        etree.SubElement(properties, qn("a:ea")).set("typeface", hand.east)
    elif font:
        etree.SubElement(properties, qn("a:ea")).set("typeface", f"{font}-ea")
