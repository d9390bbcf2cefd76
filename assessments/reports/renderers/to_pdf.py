"""The report as a PDF: A4, tagged, declared PDF/UA-1, made by typst from data alone."""

from __future__ import annotations

import json
import logging
from calendar import timegm
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typst

from .pdf.fonts import fonts
from .pdf.payload import WORDS, payload
from .pdf.safetext import is_composed

if TYPE_CHECKING:
    from datetime import date

    from ..document import ReportDocument

__all__ = ["WORDS", "to_pdf"]

STANDARD = "ua-1"
SOURCE = Path(__file__).with_name("pdf")
log = logging.getLogger(__name__)


def to_pdf(document: ReportDocument) -> bytes:
    """The report as a PDF file. The same document gives the same bytes.

    Where the typesetter finds a fault against PDF/UA the report is made without that claim, and the fault is logged.
    """
    data = json.dumps(payload(document), ensure_ascii=False, separators=(",", ":"))
    made_at = max(0, _midnight(document.facts.held_on))
    try:
        return _typeset(data, made_at, [STANDARD])
    except typst.TypstError as error:
        log.warning("The PDF of a report does not meet %s: %s", STANDARD, error.message)
        return _typeset(data, made_at, [])


def _typeset(data: str, made_at: int, standards: list[Any]) -> bytes:
    with TemporaryDirectory() as empty:  # the root: neither the source nor a drawing can reach a file
        # typst takes a folder of files too, which its stub does not say
        return typst.compile(  # type: ignore[call-overload,no-any-return]
            source(),
            root=empty,
            font_paths=fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": data, "composed": "yes" if is_composed(data) else "no"},
            pdf_standards=standards,
            timestamp=made_at,
        )


@cache
def source() -> dict[str, bytes]:
    """The typst files by name. They are constant: data are never part of them."""
    files = {path.name: path.read_bytes() for path in sorted(SOURCE.glob("*.typ"))}
    return {"main": files.pop("report.typ"), **files}


def _midnight(day: date) -> int:
    return timegm(day.timetuple())
