"""Runs typst: over our own files, with the packaged fonts, and out of reach of any other file."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from .fonts import fonts
from .safetext import is_composed

FOLDER = Path(__file__).parent
IMPORT = re.compile(rb'#import "([a-z-]+[.]typ)"')


def written(payload: dict[str, Any]) -> str:
    """The data of a document as the typst files read them."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def typeset(main: str, data: str, **form: Any) -> Any:
    """`data`, written, set by one of the typst files. `form` are the options of `typst.compile` for what comes out."""
    inputs = {"data": data, "composed": "yes" if is_composed(data) else "no"}
    return compiled(source(main), sys_inputs=inputs, **form)


def drawn(main: str, data: str, dots: float) -> list[bytes]:
    """Its pages as PNG files of so many dots to an inch."""
    made = typeset(main, data, format="png", ppi=dots)
    return made if isinstance(made, list) else [made]


def compiled(files: dict[str, bytes], **options: Any) -> Any:
    """What `typst.compile` makes of files in memory: a file, or a list of them where pages are pictures."""
    with TemporaryDirectory() as empty:  # the root: neither the source nor a drawing can reach a file
        return typst.compile(files, root=empty, font_paths=fonts(), ignore_system_fonts=True, **options)


@cache
def source(main: str) -> dict[str, bytes]:
    """The typst files by name: the main one and all it needs, since all that are handed over are parsed each time.

    They are constant: data are never part of them.
    """
    files = {"main": (FOLDER / main).read_bytes()}
    waiting = [files["main"]]
    while waiting:
        for found in IMPORT.findall(waiting.pop()):
            name = found.decode()
            if name not in files:
                files[name] = (FOLDER / name).read_bytes()
                waiting.append(files[name])
    return files
