"""The report as a Word document: real styles, contents, captions and tables, in our template or in that of a house."""

from __future__ import annotations

from calendar import timegm
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from lxml import etree

from ..look import OURS, Look
from .docx import acting, ground, outside, standing
from .docx.base import ours, style_ids, theirs
from .docx.fonts import set_quotes
from .docx.front import contents, cover, opening, page_break
from .docx.margins import line_width, margins, text_height
from .docx.pen import Pen
from .docx.pictures import pictures
from .docx.placeholders import fill, has_text, place_of
from .docx.since import since
from .docx.text import LONGEST_NAME, plain
from .docx.value import value
from .docx.writing import Writing
from .timeless import timeless

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.section import Section

    from ..document import ReportDocument

ACCENT = "0B5563"
LONGEST_PROPERTY = 250
ENDED = etree.ETXPath(f"count(preceding::{qn('w:p')}/{qn('w:pPr')}/{qn('w:sectPr')})")  # sections before a block
WRITERS: dict[str, Callable[[Writing, Any], None]] = {
    "pyramid": standing.pyramid,
    "trust": standing.trust,
    "since": since,
    "profile": standing.profile,
    "synergy": standing.synergy,
    "strengths": standing.strengths,
    "customers": outside.customers,
    "journeys": outside.journeys,
    "lenses": standing.lenses,
    "flags": acting.flags,
    "steps": acting.steps,
    "roadmap": acting.roadmap,
    "certainty": ground.certainty,
    "gap": ground.gap,
    "value": value,
    "answers": ground.answers,
    "method": ground.method,
}


def to_docx(document: ReportDocument, look: Look = OURS) -> bytes:
    """The report as a DOCX file in the look of a house, everything the document has in its order.

    In a template the report stands in place of `{{report}}`, else after all there is (docs/templates.md).
    """
    accent = (look.accent or f"#{ACCENT}").removeprefix("#").upper()
    made = (
        theirs(look.docx_template, document.language, accent) if look.docx_template else ours(document.language, accent)
    )
    place, empty = place_of(made), not has_text(made)
    section = _section(made, place)
    pen = Pen(made, style_ids(made), document.words, line_width(section))
    drawn = pictures(document, look)
    if empty:
        cover(pen, document, look, drawn["cover"], text_height(section))
    elif place is None:
        pen.made.append(page_break(pen))
    _write(Writing(pen, document, drawn))
    if document.language == "zh-hans":
        set_quotes(pen.made)
    if look.docx_template:
        fill(made, _values(document, look))
    else:
        margins(made, pen, document, look)
    _insert(made, pen, place, empty)
    _describe(made, document, look)
    buffer = BytesIO()
    made.save(buffer)
    return timeless(buffer.getvalue())


def _write(to: Writing) -> None:
    pen, document = to.pen, to.document
    opening(pen, document)
    contents_at = len(pen.made)
    for place, shown in enumerate(document.shown):
        head = shown.section.head
        pen.heading(f"{head.number}\u2002{head.topic}", fresh=not place)
        pen.say(head.finding, "CX Finding")
        for each in head.paragraphs:
            pen.say(each, stays=True)
        pen.note(shown.note, document.words["consultants_note"])
        written = len(pen.made)
        WRITERS[shown.id](to, shown.section)
        if len(pen.made) == written:
            pen.let_go()
    pen.made[contents_at:contents_at] = contents(pen)


def _insert(made: Document, pen: Pen, place: Any, empty: bool) -> None:
    """Put what was written where it belongs."""
    body = made.element.body
    if place is not None:
        for each in pen.made:
            place.addprevious(each)
        body.remove(place)
        return
    if empty:
        for block in list(body):
            if not block.tag.endswith("}sectPr"):
                body.remove(block)
    end = body.find("./{*}sectPr")
    for each in pen.made:
        if end is None:
            body.append(each)
        else:
            end.addprevious(each)


def _values(document: ReportDocument, look: Look) -> dict[str, str]:
    """What may stand in a template for `{{its name}}`."""
    told = {
        "company": document.company,
        "title": document.title,
        "subtitle": document.subtitle,
        "date": document.date_text,
        "prepared_by": look.name or document.facts.prepared_by,
        "cover_line": look.cover_line,
        "footer": look.footer,
        "finding": document.finding,
    }
    return {name: plain(text) for name, text in told.items()}


def _describe(made: Document, document: ReportDocument, look: Look) -> None:
    """The properties that file managers and screen readers show. Their longest is 255 characters."""
    about = made.core_properties
    about.title = plain(f"{document.title}: {document.company}", LONGEST_PROPERTY)
    about.author = about.last_modified_by = plain(look.name or document.facts.prepared_by, LONGEST_NAME)
    about.subject, about.comments, about.keywords = plain(document.subtitle, LONGEST_PROPERTY), "", ""
    day = datetime.fromtimestamp(timegm(document.facts.held_on.timetuple()), tz=UTC).replace(tzinfo=None)
    about.created = about.modified = day


def _section(made: Document, place: Any) -> Section:
    """The part of the document in whose pages the report stands: the last, where no place is named."""
    return made.sections[-1 if place is None else int(ENDED(place))]
