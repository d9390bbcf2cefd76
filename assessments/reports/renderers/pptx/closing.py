"""The finished deck: who made it, of what and when; the same deck is the same file."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from ..timeless import timeless
from .texts import LANGUAGES, clean

if TYPE_CHECKING:
    from .deck import Deck

LONGEST = 250  # of a property of the file


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
    return timeless(target.getvalue())
