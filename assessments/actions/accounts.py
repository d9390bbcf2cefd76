"""What people do with their accounts, beside what django-allauth does."""

from __future__ import annotations

from ..models import User


def choose_language(*, user: User, language: str) -> None:
    """Read in another language, on every device."""
    User.objects.filter(pk=user.pk).update(language=language)
