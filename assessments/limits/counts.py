"""How much comes from one network within ten minutes. No address is kept.

Counted in the cache, under a digest that nobody can turn back without our secret, and gone when the time is over.
"""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from .networks import network_of

MINUTES = 10
SECONDS = MINUTES * 60
SALT = "assessments.network_counts"


def counted(request: HttpRequest, about: str, now: float, weight: int = 1) -> int:
    """Count `weight` more of what `about` names, and say how much that makes from this network in these ten minutes."""
    told = f"{about}.{network_of(request)}.{int(now // SECONDS)}"
    key = f"network-{salted_hmac(SALT, told, algorithm='sha256').hexdigest()}"
    so_far = int(cache.get(key, 0)) + weight
    cache.set(key, so_far, SECONDS)  # not incr(), which would keep it for less
    return so_far


def seconds_left(now: float) -> int:
    """When counting begins anew."""
    return SECONDS - int(now % SECONDS)
