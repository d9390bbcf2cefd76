"""What somebody has sent to look at before it is written: kept for an hour under a word nobody can guess."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from ..files.text import clean

SECONDS = 3600


def put_by(request: HttpRequest, row: Any, what: Any) -> str:
    """Keep what would be written about this row; the word by which the same person takes it, to write it."""
    token = get_random_string(32)
    cache.set(_key(request, row, token), what, SECONDS)
    return token


def taken(request: HttpRequest, row: Any, token: str) -> Any:
    """What was put by, once: of two who send the word at the same moment one gets it. None where it is gone."""
    key = _key(request, row, token)
    what = cache.get(key)
    return what if cache.delete(key) else None


def _key(request: HttpRequest, row: Any, token: str) -> str:
    """Only the person who has seen it, only for this row."""
    return f"preview-{request.user.pk}-{row._meta.model_name}-{row.pk}-{clean(token)[:64]}"
