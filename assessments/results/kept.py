"""Results that take time to make: kept by each process for an hour, and lost without harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from django.core.cache import caches

Made = TypeVar("Made")


def kept_under(key: str, make: Callable[[], Made]) -> Made:
    """What is kept under `key`, which names all that it is made of; else what is made now, to be kept."""
    return cast(Made, caches["reports"].get_or_set(key, make))
