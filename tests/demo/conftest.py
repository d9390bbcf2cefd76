"""The demo, opened once for all tests of a file that only look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

Opened = Callable[..., str]


def _open(**options: object) -> str:
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def opened(db: None) -> Opened:
    """`manage.py demo` with options: what the command says."""
    return _open


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """What the command said that opened the demo, in a transaction around those of the tests."""
    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
        said = _open()
        connection.check_constraints()  # here once, and not again with what each test has written
    yield said
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
