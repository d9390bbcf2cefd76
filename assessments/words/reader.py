"""In which language whoever reads wants their page, letter or file."""

from __future__ import annotations

from django.utils.translation import get_language

from ..content.schema import LANGUAGES


def reader_language() -> str:
    """The active language, which is one of the three; English where none is active."""
    language = get_language()
    return language if language in LANGUAGES else LANGUAGES[0]
