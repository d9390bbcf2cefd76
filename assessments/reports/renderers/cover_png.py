"""The cover of a report as a small picture: what a house style does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pdf.payload import payload
from .pdf.typesetting import drawn, written

if TYPE_CHECKING:
    from ..document import ReportDocument
    from ..look import Look

DOTS = 60.0  # to an inch: 496 pixels across


def cover_png(document: ReportDocument, look: Look) -> bytes:
    """A PNG of the first page of the PDF."""
    return drawn("preview.typ", written(payload(document, look)), DOTS)[0]
