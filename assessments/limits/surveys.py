"""How many answers to one survey may come from one network within ten minutes.

A shop, an office or a school reaches us by one address, so the limit is far above what people do there.
"""

from __future__ import annotations

import time
import uuid

from django.http import HttpRequest

from .counts import counted

MOST = 120


def too_many_from(request: HttpRequest, survey: uuid.UUID) -> bool:
    """Count one more answer from this network; whether that is too many."""
    return counted(request, f"survey.{survey.hex}", time.time()) > MOST
