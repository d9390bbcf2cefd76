"""How many documents may be made within ten minutes: for one network of visitors, and for one person with an account.

Nothing of a visitor is kept, so each document is made anew, and a ZIP of all languages is seconds of work. A class that
takes the check together may take everything along, and so may a consultant for all clients at once; a machine that asks
without end may not keep the server from others.
"""

from __future__ import annotations

import time

from django.http import HttpRequest

from .counts import counted, counted_of, seconds_left

MOST = 630  # thirty times everything in three languages
MOST_OF_ONE = 420  # twenty times


def seconds_to_wait(request: HttpRequest, documents: int) -> int:
    """Count so many more documents for this network; 0 where they may be made, else when to ask again."""
    now = time.time()
    return seconds_left(now) if counted(request, "documents", now, documents) > MOST else 0


def seconds_to_wait_for(person: int | None, documents: int) -> int:
    """The same for an account."""
    now = time.time()
    return seconds_left(now) if counted_of(str(person), "documents of a person", now, documents) > MOST_OF_ONE else 0
