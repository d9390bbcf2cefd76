"""What every response says, put together once: most of it is the same on every page of ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed, HttpResponseRedirect
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.http import MAX_URL_LENGTH
from django_permissions_policy import PermissionsPolicyMiddleware

Answer = Callable[[HttpRequest], HttpResponseBase]


class PolicyMiddleware:
    """What a page may do and load: the policies of django-csp and django-permissions-policy.

    Their own middleware puts them together for each response, in case a view has changed them. A view of ours that
    needs another policy sends it whole.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.policy = build_policy()
        self.permissions = PermissionsPolicyMiddleware(get_response).permissions_policy

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = self.permissions
        response.headers.setdefault(HEADER, self.policy)
        return response


class LanguageMiddleware(LocaleMiddleware):
    """Django’s own, but for languages in addresses, which it looks for twice in each request: we have none."""

    def process_request(self, request: HttpRequest) -> None:
        cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = language_of(cookie, request.META.get("HTTP_ACCEPT_LANGUAGE", ""))
        translation.activate(language)
        request.LANGUAGE_CODE = language

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if "Vary" in response.headers:
            patch_vary_headers(response, ("Accept-Language",))
        else:
            response.headers["Vary"] = "Accept-Language"
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class SignInMiddleware(LoginRequiredMiddleware):
    """Django’s own. But a form that is sent by somebody who is signed out is lost: the page to sign in on says so,
    and leads back to the page of the form, since where a form is sent to is often not a page at all."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        sign_in, back = resolve_url(settings.LOGIN_URL), request.get_full_path()
        if request.method == "POST":
            sign_in, back = f"{sign_in}?unsent=1", _page_of_form(request)
        # Nobody is led back to a longer address than this; one of many pages would be no redirect at all.
        return redirect_to_login(back, sign_in) if len(back) <= MAX_URL_LENGTH else HttpResponseRedirect(sign_in)


def _page_of_form(request: HttpRequest) -> str:
    """The page of ours that a form was sent from; where that is not told, where it was sent to."""
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # such as http://[, which no browser says
        return request.get_full_path()
    ours = came.netloc == request.get_host()
    return urlunsplit(("", "", came.path, came.query, "")) if ours else request.get_full_path()


class FormsOnlyMiddleware:
    """Whoever loads again, or is sent, an address that only takes forms reads what happened, and goes on from there.

    Django answers with an empty page. The status stays, and so does the order in which it is found: it comes before
    anybody’s rights are asked about, so that it tells nothing of what is behind the address.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content and _is_read_by_a_person(request):
            response.content = render_to_string("405.html", request=request)
            add_never_cache_headers(response)  # browsers may keep this status, and the page names its reader
        return response


def _is_read_by_a_person(request: HttpRequest) -> bool:
    """Whether a browser will show the answer: scripts ask for something else, or say that they are scripts."""
    shown = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    return request.method == "GET" and shown and "text/html" in request.headers.get("Accept", "text/html")


@lru_cache(maxsize=200)
def language_of(cookie: str | None, accepted: str) -> str:
    """The language for somebody with this cookie and this header, as Django finds it; most people say the same."""
    request = HttpRequest()
    request.COOKIES = {} if cookie is None else {settings.LANGUAGE_COOKIE_NAME: cookie}
    request.META = {"HTTP_ACCEPT_LANGUAGE": accepted}
    return translation.get_language_from_request(request)
