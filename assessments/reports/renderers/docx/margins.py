"""What our pages repeat: whose report it is above, who made it and the page below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Mm, Twips

from .styles import LINE
from .text import LONGEST_NAME, plain
from .xml import Element, el, field, paragraph, run, text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

    from ...document import ReportDocument
    from ...look import Look
    from .pen import Pen

GAP = 720  # twips between columns, where a template does not say


def line_width(section: Section) -> int:
    """The width of a line of text in twips: that of the narrowest column, where a template sets several."""
    page, left, right = section.page_width or Mm(210), section.left_margin or 0, section.right_margin or 0
    width = int((page - left - right - (section.gutter or 0)) // Twips(1))
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        return width
    own = [int(each.get(qn("w:w"), width)) for each in columns]
    count, gap = int(columns.get(qn("w:num"), 1)), int(columns.get(qn("w:space"), GAP))
    return min(own, default=(width - gap * (count - 1)) // max(count, 1))


def text_height(section: Section) -> float:
    """How much of a page is for text, in millimetres."""
    page, above, below = section.page_height or Mm(297), section.top_margin or 0, section.bottom_margin or 0
    return float((page - above - below) / Mm(1))


def margins(to: Document, pen: Pen, document: ReportDocument, look: Look) -> None:
    """Write header and footer of every page but the cover."""
    section, words = to.sections[0], document.words
    author = look.footer or look.name or document.facts.prepared_by or words["made_with"]
    left, right = plain(document.company, LONGEST_NAME), plain(document.title, LONGEST_NAME)
    _put(section.header, _line(pen, "header", "bottom", left, [run(text(right))]))
    below = f"{plain(author, LONGEST_NAME)} · {document.date_text}"
    _put(section.footer, _line(pen, "footer", "top", below, _page(words["page_of"])))


def _page(words: str) -> list[Element]:
    """“Page 3 of 20” with both numbers as fields."""
    before, rest = words.split("{page}")
    between, after = rest.split("{pages}")
    return [
        run(text(before)), *field("PAGE", "2"), run(text(between)), *field("NUMPAGES", "2"), run(text(after)),
    ]  # fmt: skip


def _line(pen: Pen, style: str, side: str, left: str, right: list[Element]) -> Element:
    """A line with a text at each end, and a rule towards the page."""
    edge = {"w:val": "single", "w:sz": "4", "w:space": "6", "w:color": LINE}
    properties = (
        el("w:pBdr", {}, el(f"w:{side}", edge)),
        el("w:tabs", {}, *_stops(pen.width)),
    )
    return paragraph(pen.ids[style], run(text(left)), run(el("w:tab")), *right, properties=properties)


def _stops(width: int) -> list[Element]:
    """The end of the line as the only stop: the style’s own are taken away."""
    old = [el("w:tab", {"w:val": "clear", "w:pos": str(each)}) for each in (4320, 4513, 8640, 9026)]
    return [*old, el("w:tab", {"w:val": "right", "w:pos": str(width)})]


def _put(place: object, line: Element) -> None:
    element = place._element  # type: ignore[attr-defined]
    for old in list(element):
        element.remove(old)
    element.append(line)
