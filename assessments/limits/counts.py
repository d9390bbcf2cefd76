"""How much comes from one network, or of one person, within ten minutes. No address and no name is kept.

Counted in the table of the cache, under a digest that nobody can turn back without our secret, and gone when the time
is over. Not through the cache itself, which reads and then writes: of requests at one moment only one would count.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from .networks import network_of

MINUTES = 10
SECONDS = MINUTES * 60
SALT = "assessments.network_counts"
COUNT = """
INSERT INTO {table} AS kept (cache_key, value, expires) VALUES (%s, %s, %s)
ON CONFLICT (cache_key) DO UPDATE
SET value = CAST(CAST(kept.value AS integer) + CAST(excluded.value AS integer) AS text)
RETURNING value
"""


def counted(request: HttpRequest, about: str, now: float, weight: int = 1) -> int:
    """Count `weight` more of what `about` names, and say how much that makes from this network in these ten minutes."""
    return counted_of(network_of(request), about, now, weight)


def counted_of(whom: str, about: str, now: float, weight: int = 1) -> int:
    """The same, of whomever `whom` names."""
    turn = int(now // SECONDS)
    told = salted_hmac(SALT, f"{about}.{whom}.{turn}", algorithm="sha256").hexdigest()
    over = datetime.datetime.fromtimestamp((turn + 1) * SECONDS, datetime.UTC)
    cache: Any = settings.CACHES["default"]
    with connection.cursor() as cursor:
        statement = COUNT.format(table=connection.ops.quote_name(cache["LOCATION"]))
        cursor.execute(statement, (f"count-{told}", str(weight), connection.ops.adapt_datetimefield_value(over)))
        return int(cursor.fetchone()[0])


def seconds_left(now: float) -> int:
    """When counting begins anew."""
    return SECONDS - int(now % SECONDS)
