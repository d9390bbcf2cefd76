"""Reading a PDF back: its pages, its words, its links, and what the renderer complained of."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessments.reports.document import ReportDocument
from assessments.reports.renderers import to_pdf as renderer
from assessments.reports.renderers.to_pdf import to_pdf
from tests.office import pages_of

MILLIMETRE = 72 / 25.4


@pytest.fixture(autouse=True)
def faults() -> Iterator[list[str]]:
    """What the renderer logged. A report that is not PDF/UA is logged, and that fails the test unless it looks here."""
    told: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger(renderer.__name__).addHandler(handler)
    yield told
    logging.getLogger(renderer.__name__).removeHandler(handler)
    assert told == []


def read(document: ReportDocument) -> PdfReader:
    return PdfReader(BytesIO(to_pdf(document)))


def text_of(reader: PdfReader) -> str:
    return tight("".join(pages_of(reader.stream.getvalue())))


def tight(text: str) -> str:
    """Text without white space and break marks: lines break where the column ends."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def links(reader: PdfReader) -> set[str]:
    """The web addresses that can be clicked."""
    marks = [mark.get_object() for page in reader.pages for mark in page.get("/Annots") or ()]
    return {str(mark["/A"]["/URI"]) for mark in marks if "/URI" in mark.get("/A", {})}


def lowest_line(page) -> float:
    """The height of the lowest line above the foot, in points from the bottom edge."""
    found: list[float] = []

    def visit(words, matrix, text_matrix, font, size):
        height = text_matrix[5] * matrix[3] + matrix[5]
        if words.strip() and height > 27 * MILLIMETRE:
            found.append(height)

    page.extract_text(visitor_text=visit)
    return min(found)
