"""How many answers to one survey may come from one network within ten minutes. No address is kept.

A shop, an office or a school reaches us by one address, so the limit is far above what people do there. Counted in the
cache, under a digest that nobody can turn back without our secret, and gone when the ten minutes are over.
"""

from __future__ import annotations

import ipaddress
import time
import uuid

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

MINUTES = 10
MOST = 120
SALT = "assessments.survey_limits"


def too_many_from(request: HttpRequest, survey: uuid.UUID) -> bool:
    """Count one more answer from this network; whether that is too many."""
    window = int(time.time() // (MINUTES * 60))
    digest = salted_hmac(SALT, f"{survey.hex}.{_network(request)}.{window}", algorithm="sha256").hexdigest()
    key = f"survey-{digest}"
    if cache.add(key, 1, MINUTES * 60):
        return False
    try:
        return cache.incr(key) > MOST
    except ValueError:  # it went between the two
        return False


def _network(request: HttpRequest) -> str:
    """The range an address belongs to: 256 neighbours, or the /56 that a household gets."""
    try:
        address = ipaddress.ip_address(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 56), strict=False))
