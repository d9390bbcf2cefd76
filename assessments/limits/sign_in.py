"""How often somebody may get the password of an account wrong, so that guessing fails and its owner still gets in.

django-allauth counts five in five minutes for each account and name of our site. The name is what the Host header says,
which is anybody’s to make up, and five guesses from anywhere would keep the owner out. Here five are counted for each
account and network, and of all networks together enough that one of them alone keeps nobody else out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.core.exceptions import PermissionDenied

from .networks import address_of, network_of

if TYPE_CHECKING:
    from django.http import HttpRequest

ANYWHERE: dict[str, Any] = {"app": "assessments", "action": "sign-in", "config": {"sign-in": "30/900s/key"}}


class LimitsMixin(DefaultAccountAdapter):
    """Which wrong passwords are counted together."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """As our own limits know it: django-allauth’s refuses to answer where a header is not what PROXIES promises."""
        address = address_of(request)
        if address is None:  # a server behind a socket of the file system, and no proxy that says who asks
            raise PermissionDenied
        return str(address)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        super().pre_authenticate(request, **credentials)
        everywhere = ratelimit.consume(request, key=_account(credentials), **ANYWHERE)
        if everywhere is None:
            raise self.validation_error("rate_limited")
        self._login_failed_rl_usage.usage.extend(everywhere.usage)  # taken back where the password is right

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return f"{_account(credentials)} {network_of(request)}"

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        super()._delete_login_attempts_cached_email(request, **credentials)
        ratelimit.clear(request, key=_account(credentials), **ANYWHERE)


def _account(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or "").lower()
