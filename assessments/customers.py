"""Customers as digests: enough to know the same person again, not enough to know who it is."""

from __future__ import annotations

import unicodedata
import uuid

from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "assessments.customers"


def customer_digests(workspace: uuid.UUID, who: str) -> list[str]:
    """The digests of an address or a customer number (64 hexadecimal digits), the present one first.

    Another for each secret that the present one replaces, and of another workspace none is alike. Width, case and
    surrounding space make no difference; of nobody there is none.
    """
    told = unicodedata.normalize("NFKC", who).strip().casefold()
    if not told:
        return []
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    value = f"{workspace.hex}.{told}"
    return [salted_hmac(SALT, value, secret=each, algorithm="sha256").hexdigest() for each in secrets]


def customer_digest(workspace: uuid.UUID, who: str) -> str:
    """The digest under which a customer is kept from now on; empty for nobody."""
    return next(iter(customer_digests(workspace, who)), "")
