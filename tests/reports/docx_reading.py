"""A Word document read back: its headings, tables, captions, fields and pictures, as a reader finds them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from django.utils.translation import override
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from assessments.reports.document import ReportDocument
from assessments.reports.words import fixed_words


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def texts(document: Document, style: str) -> list[str]:
    """The paragraphs in a style."""
    return [each.text for each in document.paragraphs if each.style.name == style]


def fields(element: Any) -> list[str]:
    """The instructions of fields."""
    return [(each.text or "").strip() for each in element.iter(qn("w:instrText"))]


def captioned(document: Document) -> dict[str, Table]:
    """Tables by what their captions say after the number."""
    found, caption = {}, ""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            if caption:
                found[caption] = block
            caption = ""
        elif block.style.name == "Caption":
            caption = block.text.split("\u2002", 1)[1]
        elif block.text:
            caption = ""
    return found


def rows(table: Table) -> list[list[str]]:
    """The rows of a table as texts."""
    return [["\n".join(line.text for line in cell.paragraphs) for cell in row.cells] for row in table.rows]


def pictures(document: Document) -> list[Any]:
    """What each picture says of itself: its `wp:docPr`."""
    return list(document.element.body.iter(qn("wp:docPr")))


def everything(document: Document) -> str:
    """All text of the body, tables too."""
    return "\n".join(each.text or "" for each in document.element.body.iter(qn("w:t")))


def worded(document: ReportDocument) -> ReportDocument:
    """An invented report with every fixed word: a Word document places more of them than a PDF."""
    with override(document.language):
        return replace(document, words={**fixed_words(), **document.words})
