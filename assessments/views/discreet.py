"""Pages that links with a key lead to: in no cache and in no search engine."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

View = Callable[..., HttpResponse]


def discreet(view: View) -> View:
    """For everybody who holds the link, without an account.

    The address is told to no other host: that is the referrer policy of all our pages. A stricter one would make
    browsers hide the origin of our own forms, which Django then refuses.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return login_not_required(wrapped)
