"""What a template's theme says: its colours as they look on its slides, and whether it names a font for Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from .palette import Palette, theme_palette

SCRIPTS = {"zh-hans": "Hans", "zh-hant": "Hant"}
FALLBACK = {"tx1": "#13232E", "bg1": "#FFFFFF"}


@dataclass(frozen=True, slots=True)
class Theme:
    """A template's palette, and the font its theme names for the language of the deck, "" where it names none."""

    palette: Palette
    east: str


def theme_of(master: Any, language: str) -> Theme:
    """The theme of a slide master."""
    parts = [each.target_part for each in master.part.rels.values() if each.reltype.endswith("/theme")]
    tree = etree.fromstring(parts[0].blob, etree.XMLParser(resolve_entities=False)) if parts else etree.Element("none")
    named = _colours(tree)
    mapping = master._element.find(qn("p:clrMap"))

    def looks(name: str) -> str:
        return named.get(mapping.get(name, name) if mapping is not None else name) or FALLBACK.get(name, "#0B5563")

    accents = [looks("accent1"), looks("accent2")]
    return Theme(theme_palette(looks("tx1"), looks("bg1"), accents), _east(tree, language))


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
