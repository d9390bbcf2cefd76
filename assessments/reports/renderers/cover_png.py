"""The cover of a report as a small picture: what a house style does to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .docx.pictures import typeset
from .pdf.payload import payload

if TYPE_CHECKING:
    from ..document import ReportDocument
    from ..look import Look

DOTS = 60.0  # to an inch: 496 pixels across


def cover_png(document: ReportDocument, look: Look) -> bytes:
    """A PNG of the first page of the PDF."""
    data = json.dumps(payload(document, look), ensure_ascii=False, separators=(",", ":"))
    return typeset("preview.typ", data, DOTS)[0]
