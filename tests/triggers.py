"""What the triggers of the database refuse, tried inside the transaction of a test."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction


def execute(statement: str, params: None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def made_whole(migration: ModuleType) -> None:
    """The trigger against removing, which tests/conftest.py drops on SQLite, is there until the test is over."""
    if connection.vendor == "sqlite":
        execute(migration.SQLITE[1])


def refused(statement: str) -> str:
    """What the database says to a statement that it does not carry out."""
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        execute(statement)
    return str(error.value)


def editor() -> AbstractContextManager[Any]:
    """What a migration is made by; SQLite’s own refuses to work inside a transaction."""
    if connection.vendor == "sqlite":
        return nullcontext(SimpleNamespace(connection=connection, execute=execute))
    return connection.schema_editor(atomic=False)
