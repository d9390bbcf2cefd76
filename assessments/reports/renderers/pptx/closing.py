"""The finished deck: who made it, of what and when; the same deck is the same file."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

from .texts import LANGUAGES, clean

if TYPE_CHECKING:
    from .deck import Deck

LONGEST = 250  # of a property of the file
MADE = (1980, 1, 1, 0, 0, 0)


def finished(deck: Deck) -> bytes:
    """The deck as a file."""
    document, properties = deck.document, deck.presentation.core_properties
    made_at = datetime.combine(document.facts.held_on, time.min)
    company, title = clean(document.company, 120), clean(document.title, 120)
    properties.title = ": ".join(filter(None, (company, title)))[:LONGEST]
    properties.author = properties.last_modified_by = deck.author[:LONGEST]
    properties.subject = clean(document.subtitle, LONGEST)
    properties.keywords = properties.comments = properties.category = ""
    properties.language = LANGUAGES[document.language]
    properties.created = properties.modified = made_at
    properties.revision = 1
    target = io.BytesIO()
    deck.presentation.save(target)
    return _dated(target.getvalue())


def _dated(content: bytes) -> bytes:
    """The same file with every part of the same date."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            made = zipfile.ZipInfo(entry.filename, MADE)
            made.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(made, old.read(entry))
    return target.getvalue()
