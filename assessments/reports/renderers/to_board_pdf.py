"""The report on two pages for a board: always two, whatever it has to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..look import OURS, Look
from .pdf.cuts import board_payload
from .to_pdf import pdf_of

if TYPE_CHECKING:
    from ..document import ReportDocument


def to_board_pdf(document: ReportDocument, look: Look = OURS) -> bytes:
    """The board’s summary as a PDF file."""
    return pdf_of(board_payload(document, look), document.facts.held_on, "board.typ")
