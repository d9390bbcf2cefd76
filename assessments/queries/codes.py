"""The codes by which things are addressed, where they come as a text that anybody may have made up."""

from __future__ import annotations

import uuid


def as_code(text: str) -> uuid.UUID | None:
    """A code that came in a form or after the `?` of an address; None where it is none.

    In a filter across a join None finds the rows that have nothing to join: ask first.
    """
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
