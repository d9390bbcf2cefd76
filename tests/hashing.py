"""Passwords in tests: the same kind of hash as everywhere, turned once instead of a million times."""

from __future__ import annotations

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class OneTurn(PBKDF2PasswordHasher):
    """Real hashes take a good part of a second each, and are Django’s business, not that of these tests."""

    iterations = 1
