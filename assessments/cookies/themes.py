"""The colour theme a reader chose, remembered in a cookie and written into the page: no flash, no script needed."""

from __future__ import annotations

from django.http import HttpRequest

THEMES = ("auto", "light", "dark")
COOKIE = "theme"


def theme_of(request: HttpRequest) -> str:
    """The theme in the cookie; `auto`, as the device says, where there is none that we know."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in THEMES else "auto"
