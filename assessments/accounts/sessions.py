"""Who is asking: the session of a cookie, and the person it belongs to.

Every page asks for both, so both are read by hand: the mapper would take ten times as long as the database. All the
rest is Django's and django-allauth's own.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend as AccountBackend
from django.conf import settings
from django.contrib.sessions.backends import db
from django.core import signing
from django.db import connection
from django.utils import timezone

from ..models import User

OFTEN = 2_000  # characters: that of somebody signed in has a few hundred, and thousands while it holds answers
SESSION = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"
LATER = ("date_joined", "last_login")  # read when somebody asks for them
FIELDS = tuple(each.attname for each in User._meta.concrete_fields if each.attname not in LATER)
USER = f"SELECT {', '.join(FIELDS)} FROM {User._meta.db_table} WHERE id = %s"  # noqa: S608 - our own names only


class SessionStore(db.SessionStore):
    """Sessions in the database."""

    def _validate_session_key(self, key: str | None) -> bool:
        """Only letters and digits, of which we make keys: PostgreSQL asks for no key that has a NUL in it."""
        return bool(super()._validate_session_key(key) and key and key.isascii() and key.isalnum())

    def load(self) -> dict[str, Any]:
        with connection.cursor() as cursor:
            now = connection.ops.adapt_datetimefield_value(timezone.now())
            cursor.execute(SESSION, (self.session_key, now))
            row = cursor.fetchone()
        if row is None:
            self._session_key = None  # as Django's own does: a key that we do not know is never taken over
            return {}
        return self.decode(row[0])

    def decode(self, session_data: str | bytes) -> dict[str, Any]:
        """What a row holds. A signature that was right once is right again: checking it takes longer than the query."""
        data = session_data if isinstance(session_data, str) else session_data.decode()
        read = _signed if len(data) <= OFTEN else _signed.__wrapped__
        try:
            return dict(json.loads(read(data, self.key_salt, settings.SECRET_KEY)))
        except (signing.BadSignature, ValueError):
            return dict(super().decode(session_data))  # says in the log what is wrong, and starts an empty session


class _AsText:
    """In place of a serializer: the JSON itself, so that every request reads values of its own from it."""

    def loads(self, data: bytes) -> str:
        return data.decode("latin-1")


@lru_cache(maxsize=256)
def _signed(session_data: str, salt: str, _key: str) -> str:
    """The JSON in the data of a session, for this key; raises BadSignature where it does not bear our signature."""
    return str(signing.loads(session_data, salt=salt, serializer=_AsText))


class AuthenticationBackend(AccountBackend):
    """Sign-in by e-mail address and password."""

    def get_user(self, user_id: int) -> User | None:
        with connection.cursor() as cursor:
            cursor.execute(USER, (user_id,))
            row = cursor.fetchone()
        user = row and User.from_db(connection.alias, FIELDS, row)
        return user if user and self.user_can_authenticate(user) else None
