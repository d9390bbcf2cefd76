"""Who is asking: the session of a cookie, and the person it belongs to.

Every page asks for both, so both are read by hand: the mapper would take ten times as long as the database. All the
rest is Django's and django-allauth's own.
"""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend as AccountBackend
from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

from .models import User

SESSION = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"
LATER = ("date_joined", "last_login")  # read when somebody asks for them
FIELDS = tuple(each.attname for each in User._meta.concrete_fields if each.attname not in LATER)
USER = f"SELECT {', '.join(FIELDS)} FROM {User._meta.db_table} WHERE id = %s"  # noqa: S608 - our own names only


class SessionStore(db.SessionStore):
    """Sessions in the database."""

    def load(self) -> dict[str, Any]:
        with connection.cursor() as cursor:
            now = connection.ops.adapt_datetimefield_value(timezone.now())
            cursor.execute(SESSION, (self.session_key, now))
            row = cursor.fetchone()
        if row is None:
            self._session_key = None  # as Django's own does: a key that we do not know is never taken over
            return {}
        return dict(self.decode(row[0]))


class AuthenticationBackend(AccountBackend):
    """Sign-in by e-mail address and password."""

    def get_user(self, user_id: int) -> User | None:
        with connection.cursor() as cursor:
            cursor.execute(USER, (user_id,))
            row = cursor.fetchone()
        user = row and User.from_db(connection.alias, FIELDS, row)
        return user if user and self.user_can_authenticate(user) else None
