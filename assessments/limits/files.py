"""How many documents visitors without an account may have made for one network within ten minutes.

Nothing of a visitor is kept, so each document is made anew, and a ZIP of all languages is seconds of work. A class that
takes the check together may take everything along; a machine that asks without end may not keep the server from others.
"""

from __future__ import annotations

import time

from django.http import HttpRequest

from .counts import counted, seconds_left

MOST = 630  # thirty times everything in three languages


def seconds_to_wait(request: HttpRequest, documents: int) -> int:
    """Count so many more documents for this network; 0 where they may be made, else when to ask again."""
    now = time.time()
    return seconds_left(now) if counted(request, "documents", now, documents) > MOST else 0
