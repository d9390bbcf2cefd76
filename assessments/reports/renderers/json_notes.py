"""What a consultant wrote, as plain values."""

from __future__ import annotations

from typing import Any

from ..document import ReportDocument
from ..look import SUMMARY


def notes_data(document: ReportDocument) -> list[dict[str, Any]]:
    """The executive summary, then the notes in the order of the sections; `stale` where numbers have changed since."""
    order = (SUMMARY, *(each.id for each in document.shown))
    told = ((name, document.notes.get(name)) for name in order)
    return [{"section": name, "text": note.text, "stale": note.stale} for name, note in told if note]
