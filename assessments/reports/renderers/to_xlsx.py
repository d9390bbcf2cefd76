"""The report as a workbook that goes on calculating: answers, scores by formula, the plan, native charts.

Text is always written as text, never as a formula. Beside every formula stands the value it has now, for viewers that
do not calculate. The same document gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from ..look import OURS, Look
from .xlsx.answers import write_answers
from .xlsx.evidence import write_evidence
from .xlsx.lines import write_lines
from .xlsx.pen import Pen, text_of
from .xlsx.places import Places
from .xlsx.plan import write_plan
from .xlsx.practices import write_practices
from .xlsx.scores import write_scores
from .xlsx.summary import write_summary
from .xlsx.tables import write_tables

if TYPE_CHECKING:
    from ..document import ReportDocument

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST_PROPERTY = 255


def to_xlsx(document: ReportDocument, look: Look = OURS) -> bytes:
    """The document as an XLSX workbook."""
    buffer = BytesIO()
    with Workbook(buffer, OPTIONS) as book:
        pen = Pen(book, document, look)
        made = datetime.combine(document.facts.held_on, datetime.min.time(), UTC).replace(tzinfo=None)
        title, author = text_of(document.title)[:LONGEST_PROPERTY], text_of(pen.author)[:LONGEST_PROPERTY]
        book.set_properties({"title": title, "author": author, "created": made})
        _write(pen, look)
    return buffer.getvalue()


def _write(pen: Pen, look: Look) -> None:
    words, shown = pen.words, {each.id for each in pen.document.shown}
    workings = pen.document.workings if "answers" in shown else None
    write_summary(pen, words["summary"], words["sheet_scores"], workings, look.logo_png)
    if workings:  # whoever leaves out the answers leaves out what could be calculated with them
        places = Places(workings, words["sheet_answers"], words["sheet_practices"], words.get("sheet_evidence", ""))
        write_scores(pen, words["sheet_scores"], workings, places)
        write_answers(pen, workings, places)
        if workings.evidence_known:
            write_evidence(pen, workings, places)
        write_practices(pen, workings, places)
    write_plan(pen, words["sheet_plan"])
    write_tables(pen)
    if workings:
        write_lines(pen, words["sheet_lines"], workings)
