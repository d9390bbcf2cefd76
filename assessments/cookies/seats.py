"""What a phone remembers of a workshop: its seat. Scanning the code on the screen again gives nobody a second vote."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from .links import read, write

SEAT = "seat_"
DAY = 24 * 3600


def give_seat(response: HttpResponse, seat: uuid.UUID, workshop: uuid.UUID) -> None:
    """Let this phone have a seat in a workshop. The link on the screen must find it again, so it goes with both."""
    write(response, f"{SEAT}{seat.hex}", [seat.hex, workshop.hex], reverse("workshop_join"), DAY)


def workshop_held(request: HttpRequest, seat: uuid.UUID) -> uuid.UUID | None:
    """The workshop in which this phone has this seat; None where it has not."""
    held = read(request, f"{SEAT}{seat.hex}")
    return uuid.UUID(held[1]) if isinstance(held, list) and held[0] == seat.hex else None


def seat_held(request: HttpRequest, workshop: uuid.UUID) -> uuid.UUID | None:
    """The seat that this phone has in a workshop already."""
    held = (read(request, name) for name in request.COOKIES if name.startswith(SEAT))
    return next((uuid.UUID(each[0]) for each in held if isinstance(each, list) and each[1] == workshop.hex), None)
