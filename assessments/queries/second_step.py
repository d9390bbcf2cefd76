"""What somebody has for the second step at sign-in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled

from ..models import User


def has_app(user: User) -> bool:
    """Whether an app shows codes for this account: beside a passkey alone, a code is one of the list for bad days."""
    return bool(is_mfa_enabled(user, [Authenticator.Type.TOTP]))
