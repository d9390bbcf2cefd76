"""Fonts found and read on a thread of their own, while the data are made and the typesetter reads the report.

It would otherwise wait for both: two dozen files to look into, and 33 MB of Chinese characters.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import typst

from .fonts import families, fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .fonts import Covered

FOLDER = Path(__file__).parent
SHEET = b"""#set page(width: 9pt, height: 9pt, margin: 0pt)
#set text(font: json(bytes(sys.inputs.fonts)), size: 1pt)
"""
HAN = "\N{CJK UNIFIED IDEOGRAPH-4E00}"
IN_A_LARGE_FONT = re.compile(rb"[\xe3-\xed]")  # the first bytes of U+3000 to U+DFFF: bytes compile at once


def find_ahead(language: str) -> None:
    """Start to find the fonts, and to read what a report in this language needs for certain. Once a process."""
    _started("" if language == "en" else json.dumps(families(language)))


def read_ahead(chosen: Sequence[str | Covered], text: str) -> None:
    """Start to read what `text` needs of the chosen families. Once a process for each list of them."""
    if IN_A_LARGE_FONT.search(text.encode()):
        _started(json.dumps(chosen))


@cache
def _started(chosen: str) -> Thread:
    thread = Thread(target=_read, args=(chosen,), name="fonts", daemon=True)
    thread.start()
    return thread


def _read(chosen: str) -> None:
    """A sheet of one character, where families are chosen: the fonts remember what has been read."""
    found = fonts()
    if chosen:
        typst.compile(  # type: ignore[call-overload]  # a source in memory, which asks for no file
            SHEET + HAN.encode(), root=FOLDER, font_paths=found, ignore_system_fonts=True, format="pdf",
            sys_inputs={"fonts": chosen},
        )  # fmt: skip
