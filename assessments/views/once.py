"""Forms that make something, and are sent twice by a double click where no script prevents it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import salted_hmac

SALT = "assessments.sent_once"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field, which says something else on each page that is made
SECONDS = 15
PATIENCE, PAUSE = 5, 0.05
DOING = "-"

View = Callable[..., HttpResponse]


def made_once(view: View) -> View:
    """A view whose form makes something: of one form sent twice, the second leads where the first does.

    It is the same form where everything in it is the same, up to the token of its page. Where the first was refused,
    or does not end, the second is treated as if it were the first.
    """

    @wraps(view)
    def once(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if TOKEN not in request.POST or request.FILES:
            return view(request, *args, **kwargs)
        told = f"{request.user.pk} {request.path} {request.POST.urlencode()}"
        key = f"once-{salted_hmac(SALT, told, algorithm='sha256').hexdigest()}"
        if not cache.add(key, DOING, SECONDS) and (made := _made(key)):
            return HttpResponseRedirect(made)
        made = ""
        try:
            response = view(request, *args, **kwargs)
            made = response.headers.get("Location", "")
        finally:
            if made:
                cache.set(key, made, SECONDS)
            else:
                cache.delete(key)
        return response

    return once


def _made(key: str) -> str:
    """Where the first leads, once it is through; "" where it was refused."""
    until = time.monotonic() + PATIENCE
    while (made := str(cache.get(key, ""))) == DOING and time.monotonic() < until:
        time.sleep(PAUSE)
    return "" if made == DOING else made
