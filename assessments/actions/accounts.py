"""What people do with their accounts, beside what django-allauth does."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction

from ..models import User


def choose_language(*, user: User, language: str) -> None:
    """Read in another language, on every device."""
    User.objects.filter(pk=user.pk).update(language=language)


def end_session(*, user: User, session: str) -> bool:
    """Sign out one device of the person’s; False where there is no such device any more."""
    key = int(session) if session.isdecimal() and len(session) < 19 else 0
    found = UserSession.objects.filter(user=user, pk=key).first()
    if found is None:
        return False
    found.end()
    return True


@transaction.atomic
def keep_confirmed(*, address: EmailAddress) -> None:
    """An address is confirmed: those of the same account that never were are let go.

    Else somebody could open an account at another person's address, confirm one of their own, and keep a way into what
    becomes that person's account with the next new password.
    """
    EmailAddress.objects.filter(user=address.user, verified=False).exclude(pk=address.pk).delete()
    if not EmailAddress.objects.filter(user=address.user, primary=True).exists():
        address.set_as_primary()
