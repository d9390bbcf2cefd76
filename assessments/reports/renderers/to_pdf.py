"""The report as a PDF: A4, tagged, declared PDF/UA-1, made by typst from data alone."""

from __future__ import annotations

from calendar import timegm
from functools import partial
from typing import TYPE_CHECKING, Any

from typst import TypstError

from ..look import OURS, Look
from .pdf.fonts_ahead import find_ahead, read_ahead
from .pdf.payload import payload
from .pdf.typesetting import typeset, written

if TYPE_CHECKING:
    from datetime import date

    from ..document import ReportDocument

STANDARD = "ua-1"


def to_pdf(document: ReportDocument, look: Look = OURS) -> bytes:
    """The report as a PDF file in the look of a house. The same document gives the same bytes.

    Where the typesetter finds a fault against PDF/UA the report is made without that claim, and the fault is logged.
    """
    find_ahead(document.language)
    return pdf_of(payload(document, look), document.facts.held_on, "report.typ")


def pdf_of(payload: dict[str, Any], day: date, main: str) -> bytes:
    """The data set by one of the typst files. The claim of PDF/UA is left out where the typesetter finds a fault."""
    data = written(payload)
    read_ahead(payload["fonts"], data)
    made = partial(typeset, main, data, format="pdf", timestamp=max(0, timegm(day.timetuple())))
    try:
        return bytes(made(pdf_standards=[STANDARD]))
    except TypstError as error:
        _warn(error.message)
        return bytes(made(pdf_standards=[]))


def _warn(fault: str) -> None:
    import logging  # noqa: PLC0415 - only where there is a fault: a process that makes one report needs no log

    logging.getLogger(__name__).warning("The PDF of a report does not meet %s: %s", STANDARD, fault)
