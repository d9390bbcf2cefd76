"""The document to write into: our own, or a copy of a house’s template with the styles it lacks."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.shared import Mm

from .fonts import set_fonts, set_language
from .styles import STYLES, dress

if TYPE_CHECKING:
    from docx.document import Document

LINKS = ("w:link", "w:next", "w:rsid")


def ours(language: str, accent: str) -> Document:
    """An empty A4 document in our styles; `accent` is "RRGGBB" or ""."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(30), Mm(24)
    section.header_distance, section.footer_distance = Mm(14), Mm(12)
    section.different_first_page_header_footer = True  # the cover has none
    set_fonts(document, language)
    set_language(document, language)
    dress(document, accent)
    return document


def theirs(template: bytes, language: str, accent: str) -> Document:
    """A house’s template, already checked, with those of our styles that it does not have."""
    document = docx.Document(BytesIO(template))
    known = style_ids(document)
    missing = [name for name in STYLES if name not in known]
    if missing:
        source = ours(language, accent)
        for name in missing:
            _take(document, source, style_ids(source)[name], known.get("Normal", ""))
    set_language(document, language)
    return document


def style_ids(document: Document) -> dict[str, str]:
    """The ids of paragraph styles by our names for them; ids differ with the language of the Word that made a file."""
    found = {each.name.lower(): each.style_id for each in document.styles if each.name and each.type == 1}
    return {name: found[name.lower()] for name in STYLES if name.lower() in found}


def _take(document: Document, source: Document, style_id: str, normal: str) -> None:
    """Copy a style, based on what the document calls its normal style."""
    style = deepcopy(source.styles.element.get_by_id(style_id))
    for tag in LINKS:
        for each in style.findall(qn(tag)):
            style.remove(each)
    for each in style.findall(qn("w:basedOn")):
        if normal:
            each.set(qn("w:val"), normal)
        else:
            style.remove(each)
    document.styles.element.append(style)
