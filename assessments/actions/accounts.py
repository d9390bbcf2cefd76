"""What people do with their accounts, beside what django-allauth does."""

from __future__ import annotations

from allauth.usersessions.models import UserSession

from ..models import User


def choose_language(*, user: User, language: str) -> None:
    """Read in another language, on every device."""
    User.objects.filter(pk=user.pk).update(language=language)


def end_session(*, user: User, session: str) -> bool:
    """Sign out one device of the person’s; False where there is no such device any more."""
    found = UserSession.objects.filter(user=user, pk=session).first() if session.isdecimal() else None
    if found is None:
        return False
    found.end()
    return True
