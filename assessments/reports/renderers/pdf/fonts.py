"""The fonts of the PDF. They come from installed packages only, so that a report looks the same on every machine."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TypedDict

import typst

PACKAGES = ("fontpkg_inter", "manimgx_fonts", "manimgx_fonts_cjk")
LATIN = "Inter"
HAN = {"en": "Noto Sans CJK SC", "zh-hans": "Noto Sans CJK SC", "zh-hant": "Noto Sans CJK TC"}
OTHERS = ("Noto Sans", "Noto Sans Symbols", "Noto Emoji")

_FINDING = Lock()


class Covered(TypedDict):
    """A font family that is used for some characters only."""

    name: str
    covers: str


class FontsMissing(RuntimeError):
    """A package with fonts is not installed. The message names it."""


@cache
def folders() -> tuple[Path, ...]:
    """Where the packaged fonts lie. Raises FontsMissing, naming the package to install."""
    found = []
    for package in PACKAGES:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise FontsMissing(f"the PDF needs the fonts of {package.replace('_', '-')}: install requirements.txt")
        found.append(Path(spec.submodule_search_locations[0]))
    return tuple(found)


def fonts() -> typst.Fonts:
    """The fonts, found once a process: whoever asks meanwhile waits. System fonts are left out on purpose."""
    with _FINDING:
        return _found()


@cache
def _found() -> typst.Fonts:
    return typst.Fonts(False, False, [str(folder) for folder in folders()])


def families(language: str) -> list[str | Covered]:
    """The families to set `language` with, first choice first.

    In Chinese the Latin font gives letters and digits only: quotation marks, dashes and ellipses come full width from
    the Chinese font. The plain name at the end makes a missing glyph an error instead of a silent gap.
    """
    if language == "en":
        return [LATIN, HAN[language], *OTHERS]
    return [{"name": LATIN, "covers": "latin-in-cjk"}, HAN[language], *OTHERS, LATIN]
