"""What a template's theme says: its colours as they look on its slides, and whether it names a font for Chinese."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.oxml.ns import qn

from ...mixing import NEEDED, contrast, readable_on
from .palette import PAPER, TEXT, Palette, theme_palette

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPTS = {"zh-hans": "Hans", "zh-hant": "Hant"}
FALLBACK = {"tx1": "#13232E", "bg1": "#FFFFFF"}
GROUNDS = " | ".join(
    f"p:cSld/p:bg/{place}/a:{kind}Clr"
    for place in ("p:bgRef", "p:bgPr/a:solidFill", "p:bgPr/a:gradFill/a:gsLst/a:gs")
    for kind in ("srgb", "scheme")
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A template's palette, and the font its theme names for the language of the deck, "" where it names none."""

    palette: Palette
    east: str


def theme_of(layout: Any, language: str) -> Theme:
    """The theme of a layout: that of its master, on the ground that it is painted with."""
    master = layout.slide_master
    parts = [each.target_part for each in master.part.rels.values() if each.reltype.endswith("/theme")]
    tree = etree.fromstring(parts[0].blob, etree.XMLParser(resolve_entities=False)) if parts else etree.Element("none")
    named = _colours(tree)
    mapping = master._element.find(qn("p:clrMap"))

    def looks(name: str) -> str:
        return named.get(mapping.get(name, name) if mapping is not None else name) or FALLBACK.get(name, "#0B5563")

    return Theme(_palette(looks, _painted(layout, looks) or _painted(master, looks)), _east(tree, language))


def _palette(looks: Callable[[str], str], painted: str) -> Palette:
    """The theme's colours by their names; by what they are where slides are painted otherwise than the theme says."""
    text, paper, accents = looks(TEXT), looks(PAPER), [looks("accent1"), looks("accent2")]
    if painted in ("", paper):
        return theme_palette(text, paper, accents)
    if contrast(text, painted) >= NEEDED:
        return replace(theme_palette(text, painted, accents), paper=painted)
    text = readable_on(painted, text, paper)
    palette = theme_palette(text, painted, accents)
    return replace(palette, ink=text, paper=painted, accent=text if palette.accent == TEXT else palette.accent)


def _painted(owner: Any, looks: Callable[[str], str]) -> str:
    """The colour a layout or master is painted with, of a gradient the first; "" where it is none of ours to know."""
    for colour in owner._element.xpath(GROUNDS):
        said = colour.get("val", "")
        return looks(said) if colour.tag == qn("a:schemeClr") else f"#{said.upper()}"
    return ""


def _colours(tree: Any) -> dict[str, str]:
    """The colours of the scheme by name, as "#rrggbb"."""
    scheme = tree.find(f".//{qn('a:clrScheme')}")
    found = {}
    for place in scheme if scheme is not None else ():
        for colour in place:
            value = colour.get("lastClr") or colour.get("val") or ""
            if len(value) == 6 and all(each in "0123456789abcdefABCDEF" for each in value):
                found[etree.QName(place).localname] = f"#{value.upper()}"
    return found


def _east(tree: Any, language: str) -> str:
    script = SCRIPTS.get(language)
    fonts = tree.find(f".//{qn('a:minorFont')}")
    if fonts is None or script is None:
        return ""
    for font in fonts.findall(qn("a:font")):
        if font.get("script") == script:
            return str(font.get("typeface", ""))
    east = fonts.find(qn("a:ea"))
    return "" if east is None else str(east.get("typeface", ""))
