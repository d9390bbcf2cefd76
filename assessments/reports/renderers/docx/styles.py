"""The styles of our own template, by the names under which a house’s template may bring its own (docs/templates.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from .xml import Element, el, val

if TYPE_CHECKING:
    from docx.document import Document

INK, INK_2, INK_3, LINE = "13232E", "3B4D59", "576974", "DCE4E6"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks: size and spaces in points; `accent` takes the colour of the house."""

    size: float
    colour: str = INK
    bold: bool = False
    before: float = 0
    after: float = 6
    line: float = 1.15
    stays: bool = False
    accent: bool = False
    level: int = 0
    based: str = "Normal"


STYLES = {
    "Normal": Look(10, after=6),
    "Title": Look(30, bold=True, after=10, line=1.05),
    "Subtitle": Look(12, INK_2, after=6),
    "Heading 1": Look(13, INK_3, True, before=30, after=6, stays=True, accent=True, level=1),
    "Heading 2": Look(12, bold=True, before=18, after=4, stays=True, level=2),
    "Heading 3": Look(10.5, bold=True, before=14, after=3, stays=True, level=3),
    "Caption": Look(8.5, INK_3, before=4, after=14),
    "TOC Heading": Look(10, INK_3, True, before=18, after=6, stays=True, accent=True),
    "toc 1": Look(10, after=3),
    "header": Look(8.5, INK_2, after=0),
    "footer": Look(8.5, INK_2, after=0),
    "List Bullet": Look(10, after=3),
    "CX Eyebrow": Look(9, INK_3, True, after=4, stays=True),
    "CX Finding": Look(16, bold=True, after=10, line=1.1, stays=True),
    "CX Small": Look(8.5, INK_3, after=3),
    "CX Key": Look(15, bold=True, before=2, after=2, line=1.05),
    "CX Table": Look(9.5, after=1.5, line=1.08),
    "CX Table Head": Look(8.5, INK_3, True, after=1, line=1.05, stays=True),
    "CX Note Heading": Look(8.5, INK_3, True, before=6, after=2, stays=True, accent=True),
    "CX Note": Look(10, after=3),
}
NOTES = ("CX Note", "CX Note Heading")


def dress(document: Document, accent: str) -> None:
    """Give a document our styles; `accent` is "RRGGBB"."""
    known = {each.name: each for each in document.styles}
    for name, look in STYLES.items():
        style = known.get(name.title() if name in ("header", "footer") else name)
        if style is None:
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _set(style, name, look, accent)


def _set(style: object, name: str, look: Look, accent: str) -> None:
    font, shape = style.font, style.paragraph_format  # type: ignore[attr-defined]  # python-docx has no types
    colour = accent if look.accent and accent else look.colour
    font.size, font.bold, font.italic = Pt(look.size), look.bold, False
    font.color.rgb = RGBColor.from_string(colour)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing, shape.keep_with_next = look.line, look.stays
    element = style.element  # type: ignore[attr-defined]
    properties = element.get_or_add_pPr()
    _remove(properties, ("w:pBdr", "w:contextualSpacing", "w:tabs"))
    _remove(element.get_or_add_rPr(), ("w:rFonts", "w:spacing", "w:kern"))  # the fonts are those of the document
    if name in NOTES:
        side = {"w:val": "single", "w:sz": "18", "w:space": "10", "w:color": accent or INK}
        properties.insert_element_before(
            el("w:pBdr", {}, el("w:left", side)),
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:spacing",
            "w:ind",
            "w:jc",
        )
        shape.left_indent = Pt(14)
    if look.level:
        _remove(properties, ("w:outlineLvl",))
        properties.append(val("w:outlineLvl", str(look.level - 1)))


def _remove(parent: Element, tags: tuple[str, ...]) -> None:
    for tag in tags:
        for old in parent.findall(qn(tag)):
            parent.remove(old)
