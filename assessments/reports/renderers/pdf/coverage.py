"""Which characters the packaged fonts can show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from struct import iter_unpack, unpack_from
from typing import TYPE_CHECKING

from .fonts import folders

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# Ranges that every report needs and the packaged fonts are known to have (a test looks). They spare most reports the
# reading of the fonts' tables.
SURE = (
    " -~\u00a1-\u00ac\u00ae-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026"
    "\u2030\u20ac\u2122\u2190-\u2193\u2212\u2264\u2265\u25cb\u25cf\u3001-\u3011\u3041-\u3094\u30a1-\u30fe"
    "\u4e00-\u9fa5\uff01-\uff5e"
)
WHOLE = 12  # the format of a character table that holds all of Unicode


def covered(char: str) -> bool:
    """True when some packaged font has a glyph for `char`."""
    return ord(char) in characters()


@cache
def characters() -> frozenset[int]:
    """Every character of every packaged font: read only where a text holds one outside the sure ranges."""
    from fontTools.ttLib import TTCollection, TTFont  # noqa: PLC0415 - a heavy import that few reports need

    found: set[int] = set()
    for folder in folders():
        for path in sorted(folder.rglob("*.[ot]t[cf]")):
            # The faces of the one collection have the same characters and differ in their shapes.
            face = TTCollection(path, lazy=True).fonts[0] if path.suffix == ".ttc" else TTFont(path, lazy=True)
            for start, end in _ranges(face):
                found.update(range(start, end + 1))
    return frozenset(found)


def _ranges(face: TTFont) -> Iterator[tuple[int, int]]:
    """The runs of characters a font has. The table of all Unicode is read as it lies in the file: ten times faster."""
    table: bytes = face.reader["cmap"]
    for at in range(4, 4 + 8 * unpack_from(">H", table, 2)[0], 8):
        offset = unpack_from(">L", table, at + 4)[0]
        if unpack_from(">H", table, offset)[0] == WHOLE:
            size = unpack_from(">L", table, offset + 4)[0]
            yield from ((start, end) for start, end, _ in iter_unpack(">LLL", table[offset + 16 : offset + size]))
            return
    yield from ((code, code) for code in face.getBestCmap())
