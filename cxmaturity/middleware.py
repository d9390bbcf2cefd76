"""Django-csp’s policy as one header that is put together once: it is the same on every page of ours."""

from __future__ import annotations

from csp.constants import HEADER
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponseBase
from django.utils.deprecation import MiddlewareMixin


class PolicyMiddleware(MiddlewareMixin):
    """Instead of CSPMiddleware, which puts the policy together for each response, in case a view has changed it."""

    def __init__(self, get_response) -> None:  # type: ignore[no-untyped-def]  # as Django's own is typed
        super().__init__(get_response)
        self.policy = build_policy()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault(HEADER, self.policy)
        return response
