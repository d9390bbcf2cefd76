"""What a device remembers of links: whose personal link it has opened, and by which group's link one has joined.

All signed and out of reach of scripts. The cookie of a personal link goes with the addresses of that respondent only,
so that one device may hold several; it names the version of the link, and a newer one makes it worthless.
"""

from __future__ import annotations

import uuid
from typing import Any, Literal

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

OWN, JOINING, JOINED = "own", "joining", "joined"
SALT = "assessments.link_cookies"
SameSite = Literal["Lax", "None"]
DAYS_90 = 90 * 24 * 3600
MOST_JOINED = 8


def let_in(response: HttpResponse, code: uuid.UUID, link_version: int) -> None:
    """Let this device open the pages of one respondent."""
    write(response, OWN, [code.hex, link_version], reverse("own_start", args=[code]), DAYS_90)


def version_let_in(request: HttpRequest, code: uuid.UUID) -> int | None:
    """The version of the personal link by which this device was let in; None where it was not."""
    held = read(request, OWN)
    return held[1] if isinstance(held, list) and held[0] == code.hex else None


def begin_joining(response: HttpResponse, link: uuid.UUID, link_version: int) -> None:
    """Remember by which link of a group somebody is about to join, until the browser is closed."""
    write(response, JOINING, [link.hex, link_version], reverse("join"), None)


def joining(request: HttpRequest) -> tuple[uuid.UUID, int] | None:
    """The link of a group, and its version, by which somebody is about to join."""
    held = read(request, JOINING)
    return (uuid.UUID(held[0]), held[1]) if isinstance(held, list) else None


def remember_joined(
    request: HttpRequest, response: HttpResponse, link: uuid.UUID, own: uuid.UUID, link_version: int
) -> None:
    """Remember who has joined by a link on this device, so that a second opening goes on with the same person."""
    held = read(request, JOINED)
    before = {key: value for key, value in held.items() if key != link.hex} if isinstance(held, dict) else {}
    latest = dict(list(before.items())[-MOST_JOINED + 1 :])
    write(response, JOINED, {**latest, link.hex: [own.hex, link_version]}, reverse("join"), DAYS_90)


def joined_by(request: HttpRequest, link: uuid.UUID) -> tuple[uuid.UUID, int] | None:
    """Who has joined by this link on this device, and the version of their personal link at that time."""
    held = read(request, JOINED)
    if not isinstance(held, dict) or link.hex not in held:
        return None
    return uuid.UUID(held[link.hex][0]), held[link.hex][1]


def write(
    response: HttpResponse, name: str, value: Any, path: str, seconds: int | None, *, samesite: SameSite = "Lax"
) -> None:
    """Sign a value and hand it to the device, for the addresses under `path`; without `seconds` until it is closed."""
    response.set_cookie(
        name,
        signing.dumps(value, salt=f"{SALT}.{name}"),
        max_age=seconds,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite=samesite,
    )


def read(request: HttpRequest, name: str) -> Any:
    """What we have signed, None where there is nothing or it is not ours. No field of it is trusted beyond that."""
    try:
        return signing.loads(request.COOKIES.get(name, ""), salt=f"{SALT}.{name}", max_age=DAYS_90)
    except signing.BadSignature:
        return None
