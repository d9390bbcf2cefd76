"""The numbers that a section rests on, as one digest: a note on it is stale once they are no longer the same.

Words do not count, so that neither a better wording nor another language makes a note look out of date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import Any

from .document import Head, Number, ReportDocument
from .look import SUMMARY, Note

# Fields that say which thing a number belongs to, or are a number in words: "3 of 6", "41 %".
TELLING = frozenset(("id", "practice", "dimension", "status", "lane", "grade", "value", "variant", "measure", "mark"))


def basis_of(document: ReportDocument, section: str) -> str:
    """The digest of the numbers in a section of this id; of the key figures, levels and factors for the summary."""
    parts = [document.keys, document.pyramid, document.trust] if section == SUMMARY else [getattr(document, section)]
    return sha256("\n".join(each for part in parts for each in _numbers(part)).encode()).hexdigest()


def dated_notes(document: ReportDocument, notes: Mapping[str, Note]) -> dict[str, Note]:
    """The notes on what the document has, each stale where its numbers are not those it was written on."""
    known = {name: note for name, note in notes.items() if name == SUMMARY or getattr(document, name, None)}
    return {
        name: replace(note, stale=bool(note.basis) and note.basis != basis_of(document, name))
        for name, note in known.items()
    }


def _numbers(value: Any, name: str = "") -> Iterator[str]:
    """Every number in a value, and what it belongs to, in the order of the fields."""
    if isinstance(value, Head) or (isinstance(value, str) and name not in TELLING):
        return
    if isinstance(value, Number):
        yield f"{value.key}={value.value}"
    elif is_dataclass(value):
        for each in fields(value):
            yield from _numbers(getattr(value, each.name), each.name)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _numbers(each, str(key))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _numbers(each, name)
    else:
        yield f"{name}={value}"
