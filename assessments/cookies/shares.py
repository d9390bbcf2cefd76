"""What a device remembers of shared reports: which link it has opened, and how far it has come with it.

The cookie goes with the addresses of that link only, until the browser is closed. It names the version of the link, and
a newer one makes it worthless.
"""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from .links import read, write

SHARED = "shared"
KNOWN, OPENED, COUNTED = range(3)  # it had the key; the password too, where there is one; its view is counted


def let_in(response: HttpResponse, code: uuid.UUID, version: int, step: int) -> None:
    """Let this device go as far as `step` with one link."""
    write(response, SHARED, [code.hex, version, step], reverse("shared", args=[code]), None)


def step_of(request: HttpRequest, code: uuid.UUID, version: int) -> int | None:
    """How far this device has come with the link as it is now; None where it has not had its key."""
    held = read(request, SHARED)
    return held[2] if isinstance(held, list) and held[:2] == [code.hex, version] else None
