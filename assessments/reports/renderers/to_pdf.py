"""The report as a PDF: A4, tagged, declared PDF/UA-1, made by typst from data alone."""

from __future__ import annotations

import json
import re
from calendar import timegm
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typst

from ..look import OURS, Look
from .pdf.fonts import fonts
from .pdf.fonts_ahead import find_ahead, read_ahead
from .pdf.payload import WORDS, payload
from .pdf.safetext import is_composed

if TYPE_CHECKING:
    from datetime import date

    from ..document import ReportDocument

__all__ = ["WORDS", "to_pdf"]

STANDARD = "ua-1"
MAIN = "report.typ"
SOURCE = Path(__file__).with_name("pdf")
IMPORT = re.compile(rb'#import "([a-z-]+[.]typ)"')


def to_pdf(document: ReportDocument, look: Look = OURS) -> bytes:
    """The report as a PDF file in the look of a house. The same document gives the same bytes.

    Where the typesetter finds a fault against PDF/UA the report is made without that claim, and the fault is logged.
    """
    find_ahead(document.language)
    return typeset(payload(document, look), document.facts.held_on)


def typeset(payload: dict[str, Any], day: date, main: str = MAIN) -> bytes:
    """The data set by one of the typst files. The claim of PDF/UA is left out where the typesetter finds a fault."""
    data = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    made_at = max(0, _midnight(day))
    read_ahead(payload["fonts"], data)
    try:
        return _typeset(data, made_at, [STANDARD], main)
    except typst.TypstError as error:
        _warn(error.message)
        return _typeset(data, made_at, [], main)


def _typeset(data: str, made_at: int, standards: list[Any], main: str) -> bytes:
    with TemporaryDirectory() as empty:  # the root: neither the source nor a drawing can reach a file
        # typst takes a folder of files too, which its stub does not say
        return typst.compile(  # type: ignore[call-overload,no-any-return]
            source(main),
            root=empty,
            font_paths=fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": data, "composed": "yes" if is_composed(data) else "no"},
            pdf_standards=standards,
            timestamp=made_at,
        )


@cache
def source(main: str = MAIN) -> dict[str, bytes]:
    """The typst files by name: the main one and all it needs, since all that are handed over are parsed each time.

    They are constant: data are never part of them.
    """
    files = {"main": (SOURCE / main).read_bytes()}
    waiting = [files["main"]]
    while waiting:
        for found in IMPORT.findall(waiting.pop()):
            name = found.decode()
            if name not in files:
                files[name] = (SOURCE / name).read_bytes()
                waiting.append(files[name])
    return files


def _warn(fault: str) -> None:
    import logging  # noqa: PLC0415 - only where there is a fault: a process that makes one report needs no log

    logging.getLogger(__name__).warning("The PDF of a report does not meet %s: %s", STANDARD, fault)


def _midnight(day: date) -> int:
    return timegm(day.timetuple())
