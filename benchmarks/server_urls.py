"""The product’s addresses and one that writes a row, for benchmarks/servers.py."""

import itertools

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

COUNT = itertools.count()


@login_not_required
def write(request: HttpRequest) -> HttpResponse:
    """One upsert, on disk when this returns."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cache (cache_key, value, expires) VALUES (%s, %s, '2030-01-01 00:00:00')"
            " ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value",
            [f"bench-{next(COUNT) % 100}", "x" * 200],
        )
    return HttpResponse("ok")


urlpatterns = [path("bench/write/", write), path("", include("cxmaturity.urls"))]
