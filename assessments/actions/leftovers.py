"""Rows that nobody will read again but that tell of people: ended sessions, old previews and counts, runs of tasks."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from ..tasks.delivery import forget_old_runs

A_DAY = timedelta(days=1)  # a device that is signing in now may be noted before its session is


def clear_leftovers() -> None:
    """Remove what is over; nothing that anybody still needs. Doing it twice does nothing more."""
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    ended = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    ended.filter(created_at__lt=now - A_DAY).delete()
    _clear_cache(now)
    forget_old_runs()


def _clear_cache(now: datetime) -> None:
    """What has expired in the cache table: Django itself removes it only when somebody asks for it, or it is full."""
    kept: Any = settings.CACHES["default"]
    table = connection.ops.quote_name(kept["LOCATION"])
    with connection.cursor() as cursor:
        said = connection.ops.adapt_datetimefield_value(now)
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [said])  # noqa: S608 - our own name only
