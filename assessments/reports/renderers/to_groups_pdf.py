"""What each group of respondents gets back: a page for each that may be shown, or one that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..look import OURS, Look
from .pdf.cuts import groups_payload
from .to_pdf import pdf_of

if TYPE_CHECKING:
    from ..document import ReportDocument


def to_groups_pdf(document: ReportDocument, look: Look = OURS) -> bytes:
    """The groups’ pages as one PDF file."""
    return pdf_of(groups_payload(document, look), document.facts.held_on, "groups.typ")
