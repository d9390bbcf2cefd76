"""What a device remembers of surveys: whose personal link it has opened, and in which wave an open one was answered."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from .links import DAYS_90, SameSite, read, write

ASKED, ANSWERED = "asked", "answered"


def let_in(response: HttpResponse, code: uuid.UUID, link_version: int) -> None:
    """Let this device open the page of one invitation."""
    write(response, ASKED, [code.hex, link_version], reverse("survey_own", args=[code]), DAYS_90)


def version_let_in(request: HttpRequest, code: uuid.UUID) -> int | None:
    """The version of the personal link by which this device was let in; None where it was not."""
    held = read(request, ASKED)
    return held[1] if isinstance(held, list) and held[0] == code.hex else None


def remember_answer(response: HttpResponse, survey: uuid.UUID, wave: int, receipt: str) -> None:
    """Remember that this device has answered in this wave: nothing but that and the receipt.

    Inside the page of another site, too. No act hangs on this cookie, so nothing is gained by sending it from there.
    """
    path = reverse("survey_open", args=[survey])
    write(response, ANSWERED, [survey.hex, wave, receipt], path, DAYS_90, samesite=_inside_other_sites())


def answered_with(request: HttpRequest, survey: uuid.UUID, wave: int) -> str:
    """The receipt of what this device has answered in this wave; "" where it has not."""
    held = read(request, ANSWERED)
    return held[2] if isinstance(held, list) and held[:2] == [survey.hex, wave] else ""


def forget_answer(response: HttpResponse, survey: uuid.UUID) -> None:
    """The answer was erased, so this device has given none."""
    response.delete_cookie(ANSWERED, path=reverse("survey_open", args=[survey]), samesite=_inside_other_sites())


def _inside_other_sites() -> SameSite:
    """What browsers want of a cookie that is kept in a frame: to be asked for, and secure."""
    return "None" if settings.SESSION_COOKIE_SECURE else "Lax"
