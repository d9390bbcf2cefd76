"""Cleaning of text from files, so that nothing invisible or unstorable goes further, and small helpers on words."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
FORMULA = re.compile("'*[=+@\\-\uff1d\uff0b\uff20\uff0d]")
DASHES = re.compile("[\u2010-\u2015\u2212]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufe0f]")
# Signs that cannot be seen, yet would turn around the words that follow, or make a link that nobody can find. The
# joiners U+200C and U+200D stay, which Persian and emoji need.
HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]")
SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` as we keep it: no control characters but "\\n" and tabs, no lone surrogates, nothing blank at its ends."""
    if not text:
        return ""
    text = SURROGATES.sub("\ufffd", CONTROLS.sub("", text))
    return BREAKS.sub("\n", text).strip()


def one_line(text: str) -> str:
    """`text` cleaned, on one line, with single spaces."""
    return " ".join(clean(text).split())


def name_line(text: str) -> str:
    """`text` as a name: on one line, in which everything can be seen; "" where nothing can."""
    line = one_line(HIDDEN.sub("", text))
    return line if line.strip("\u200c\u200d\u2800\u3164 ") else ""


def shorten(text: str, length: int = 60) -> str:
    """`text` on one line of at most `length` characters, none of which turns around what follows it."""
    line = one_line(HIDDEN.sub("", text[: 20 * length]))
    return line if len(line) <= length else f"{line[: length - 1]}…"


def plain(text: str) -> str:
    """`text` as it is compared: case, width, kinds of apostrophes and dashes, spaces and the invisible do not count."""
    text = unicodedata.normalize("NFKC", one_line(INVISIBLE.sub("", text))).casefold()
    text = DASHES.sub("-", re.sub("[\u2018\u2019\u02bc`\u00b4]", "'", text))
    return re.sub(r"\s*([:-])\s*", r"\1", text).strip()


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or ""."""
    return next(iter(difflib.get_close_matches(word[:100], list(known), n=1, cutoff=0.6)), "")


def guarded(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """`text` without the apostrophe that `guarded` put before it."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
