"""The Chinese font, read while the typesetter still reads the report: 33 MB that it would otherwise wait for."""

from __future__ import annotations

import json
import re
from functools import cache
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING

import typst

from .fonts import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .fonts import Covered

SHEET = b"""#set page(width: 9pt, height: 9pt, margin: 0pt)
#set text(font: json(bytes(sys.inputs.fonts)), size: 1pt)
"""
HAN = "\N{CJK UNIFIED IDEOGRAPH-4E00}"
NO_LATIN_FONT = re.compile("[\u2e80-\U0010ffff]")


def read_ahead(families: Sequence[str | Covered], text: str) -> None:
    """Start to read what `text` needs, on a thread of its own, once a process for each list of families."""
    if NO_LATIN_FONT.search(text):
        _started(json.dumps(families))


@cache
def _started(families: str) -> Thread:
    thread = Thread(target=_read, args=(families, fonts()), name="fonts", daemon=True)
    thread.start()
    return thread


def _read(families: str, into: typst.Fonts) -> None:
    """A sheet of one character: the fonts remember what has been read."""
    with TemporaryDirectory() as empty:
        typst.compile(  # type: ignore[call-overload]  # a source in memory
            SHEET + HAN.encode(), root=empty, font_paths=into, ignore_system_fonts=True, format="pdf",
            sys_inputs={"fonts": families},
        )  # fmt: skip
