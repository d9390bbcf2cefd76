"""Language and colours: chosen by a link that comes back to the page one was on."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from ..accounts.adapters import remember_language
from ..actions.accounts import choose_language
from ..cookies.themes import COOKIE, THEMES

YEAR = 365 * 24 * 3600


@login_not_required
@require_safe
def language(request: HttpRequest, code: str) -> HttpResponseRedirect:
    """Read on in another language; for a person with an account also on their other devices."""
    if code not in dict(settings.LANGUAGES):
        raise Http404
    if request.user.is_authenticated and request.user.language != code:
        choose_language(user=request.user, language=code)
    response = _back(request)
    remember_language(response, code)
    return response


@login_not_required
@require_safe
def theme(request: HttpRequest, name: str) -> HttpResponseRedirect:
    """Read on in other colours."""
    if name not in THEMES:
        raise Http404
    response = _back(request)
    # Not HttpOnly: theme.js sets the same cookie, so that the page need not load again.
    response.set_cookie(COOKIE, name, max_age=YEAR, secure=settings.HTTPS, samesite="Lax")
    return response


def _back(request: HttpRequest) -> HttpResponseRedirect:
    target = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if ours else "/")
