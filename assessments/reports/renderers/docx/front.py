"""What stands before the sections: cover, finding, executive summary, key figures, contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...charts.fit import text_width
from ...look import SUMMARY
from ..pdf.house_logo import png_size
from .cells import cell, grid, row
from .pictures import Picture
from .text import LONGEST_NAME, plain
from .xml import Element, el, paragraph, run, text

if TYPE_CHECKING:
    from ...document import KeyFigure, ReportDocument
    from ...look import Look
    from .pen import Pen

LOGO_HEIGHT, LOGO_WIDTH = 15, 70  # millimetres
MILLIMETRE = 56.69  # twips
COVER, SMALLEST = 118, 40  # millimetres: the pyramid, as high as it is wide
WORDS, LINE = 105, 9  # millimetres of the cover’s height: of its words on a line each, and of one more
NUMBER = 440  # twips: the column of numbers in the contents


def cover(pen: Pen, document: ReportDocument, look: Look, picture: Picture, page: float) -> None:
    """Who made it, for whom, what it is, and the pyramid, as large as a page of `page` millimetres lets it be."""
    author = plain(look.name or document.facts.prepared_by, LONGEST_NAME)
    if look.logo_png:
        width, height = png_size(look.logo_png)
        size = min(LOGO_WIDTH, LOGO_HEIGHT * width / height)
        pen.made.append(pen.picture(Picture("logo", look.logo_png, size, author or "Logo"), pen.width))
    else:
        pen.say(author or "CX Maturity", bold=True)
    pen.say(document.date_text, "CX Small")
    pen.made.append(paragraph(pen.ids["Normal"], properties=(el("w:spacing", {"w:before": "1300"}),)))
    pen.say(document.company, "Subtitle", bold=True)
    pen.say(plain(document.title, LONGEST_NAME), "Title")
    pen.say(document.subtitle, "Subtitle")
    pen.say(look.cover_line)
    pen.made.append(paragraph(pen.ids["Normal"], properties=(el("w:spacing", {"w:before": "700"}),)))
    told = {document.company: 14, document.title: 26, document.subtitle: 14, look.cover_line: 11}
    more = sum(text_width(said, size) // (pen.width / 20) for said, size in told.items())
    most = max(SMALLEST, min(COVER, page - WORDS - more * LINE))
    pen.made.append(pen.picture(picture, min(int(most * MILLIMETRE), pen.width), align="right"))
    pen.made.append(page_break(pen))


def opening(pen: Pen, document: ReportDocument) -> None:
    """The finding, what the consultant makes of it, the key figures, and what to know before reading on."""
    pen.say(" · ".join(document.eyebrow), "CX Eyebrow")
    pen.say(document.finding, "CX Finding")
    summary = document.notes.get(SUMMARY)
    if summary:
        pen.heading(document.words["executive_summary"])
        pen.note(summary, document.words["consultants_note"])
    pen.made += [_keys(pen, document.keys), paragraph(pen.ids["CX Small"])]
    for each in document.notices:
        pen.say(each, "CX Small")


def contents(pen: Pen) -> list[Element]:
    """The field of the contents with its entries, so that they show before anybody updates it; links lead to each."""
    first, *rest = [_entry(pen, name, words) for name, words in pen.contents]
    opening = [
        run(el("w:fldChar", {"w:fldCharType": "begin"})),
        run(_instruction('TOC \\o "1-1" \\h \\z \\u')),
        run(el("w:fldChar", {"w:fldCharType": "separate"})),
    ]
    for place, each in enumerate(opening, start=1):
        first.insert(place, each)
    entries = [first, *rest]
    entries[-1].append(run(el("w:fldChar", {"w:fldCharType": "end"})))  # a line of its own could be all of a page
    return [pen.paragraph(pen.words["contents"], "TOC Heading"), *entries]


def page_break(pen: Pen) -> Element:
    """A paragraph after which a page begins."""
    return paragraph(pen.ids["Normal"], run(el("w:br", {"w:type": "page"})))


def _keys(pen: Pen, keys: tuple[KeyFigure, ...]) -> Element:
    width = pen.width // max(1, len(keys))
    told = (((each.label, "CX Small"), (each.number.text, "CX Key"), (each.note, "CX Small")) for each in keys)
    return grid(
        [width] * len(keys),
        [row(cell(width, [pen.paragraph(words, style) for words, style in lines]) for lines in told)],
    )


def _entry(pen: Pen, bookmark: str, words: str) -> Element:
    """A heading as a link to it, its number in a column of its own."""
    number, between, topic = words.rpartition("\u2002")
    told = [run(text(number), el("w:tab"))] if between else []
    link = el("w:hyperlink", {"w:anchor": bookmark, "w:history": "1"}, *told, run(text(topic)))
    return paragraph(pen.ids["toc 1"], link, properties=(_tabs(pen),))


def _tabs(pen: Pen) -> Element:
    """A stop after the number; one at the right for the pages that a program puts there when it updates the field."""
    side = {"w:val": "right", "w:leader": "dot", "w:pos": str(pen.width)}
    return el("w:tabs", {}, el("w:tab", {"w:val": "left", "w:pos": str(NUMBER)}), el("w:tab", side))


def _instruction(said: str) -> Element:
    made = el("w:instrText", {"xml:space": "preserve"})
    made.text = f" {said} "
    return made
