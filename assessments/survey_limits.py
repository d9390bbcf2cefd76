"""How many answers to one survey may come from one network within ten minutes. No address is kept.

A shop, an office or a school reaches us by one address, so the limit is far above what people do there. Counted in the
cache, under a digest that nobody can turn back without our secret, and gone when the ten minutes are over.
"""

from __future__ import annotations

import time
import uuid

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from .networks import network_of

MINUTES = 10
MOST = 120
SALT = "assessments.survey_limits"


def too_many_from(request: HttpRequest, survey: uuid.UUID) -> bool:
    """Count one more answer from this network; whether that is too many."""
    window = int(time.time() // (MINUTES * 60))
    digest = salted_hmac(SALT, f"{survey.hex}.{network_of(request)}.{window}", algorithm="sha256").hexdigest()
    key = f"survey-{digest}"
    if cache.add(key, 1, MINUTES * 60):
        return False
    try:
        return cache.incr(key) > MOST
    except ValueError:  # it went between the two
        return False
