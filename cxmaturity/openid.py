"""The organisation’s own sign-in (OpenID Connect), from the environment."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env

NAMES = ("OIDC_NAME", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")


def openid(env: Env) -> dict[str, str]:
    """OIDC_NAME, OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, with the `origin` of the issuer.

    Empty without them; some of them only is refused.
    """
    given = {name: env.str(name, default="").strip() for name in NAMES}
    missing = [name for name, value in given.items() if not value]
    if len(missing) == len(NAMES):
        return {}
    if missing:
        raise ImproperlyConfigured(f"Sign-in by OpenID Connect lacks {', '.join(missing)}: give all four, or none")
    issuer = urlsplit(given["OIDC_ISSUER"])
    if issuer.scheme not in ("https", "http") or not issuer.netloc:
        raise ImproperlyConfigured("OIDC_ISSUER must be an address such as https://login.example.com/realms/staff")
    return {**given, "origin": f"{issuer.scheme}://{issuer.netloc}"}


def openid_apps(given: dict[str, str]) -> list[dict[str, Any]]:
    """The same as django-allauth wants it; the provider is “organisation” in addresses, whatever its name."""
    if not given:
        return []
    return [
        {
            "provider_id": "organisation",
            "name": given["OIDC_NAME"],
            "client_id": given["OIDC_CLIENT_ID"],
            "secret": given["OIDC_CLIENT_SECRET"],
            "settings": {"server_url": given["OIDC_ISSUER"], "oauth_pkce_enabled": True},
        }
    ]
