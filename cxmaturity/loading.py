"""What a server does before its first request."""

from __future__ import annotations

import gc

from django.urls import get_resolver


def load_everything() -> None:
    """Load all pages now, so that nobody's first request waits for them, and free the collector of what stays anyway.

    Django loads pages with the first request. Garbage is looked for among all that is loaded, again and again, and it
    is never there: what is frozen is passed over (`gc.freeze`).
    """
    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
