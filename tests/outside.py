"""The database of a test as other processes reach it: SQLite’s own is in memory, so they get a copy in a file."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import psycopg
from django.conf import settings
from django.db import connection


@dataclass(frozen=True)
class Database:
    """The database at an address."""

    url: str

    def manage(self, *arguments: str | Path, **environment: str) -> dict[str, Any]:
        """What starts a `manage.py` on it, for `subprocess.run` and `Popen`."""
        base = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
        named = {"DATABASE_URL": self.url, "SECRET_KEY": settings.SECRET_KEY, **environment}
        command = [sys.executable, "manage.py", *map(str, arguments)]
        return {"args": command, "cwd": settings.BASE_DIR, "env": {**base, **named}}

    @contextmanager
    def open(self) -> Iterator[Any]:
        """A connection, as a server holds one."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=20)) as there:
                yield there
            return
        parts = urlsplit(self.url)
        at = {"user": parts.username, "host": unquote(parts.hostname or ""), "dbname": parts.path[1:]}
        with psycopg.connect(**at) as there:  # type: ignore[arg-type]  # all are texts
            yield there

    def ask(self, query: str) -> list[Any]:
        """Rows of a query; what it changes is committed."""
        with self.open() as there:
            found = there.execute(query)
            rows = found.fetchall() if found.description else []
            there.commit()
            return list(rows)


def database_of_this_test(folder: Path) -> Database:
    """What the test has made so far: the same database on PostgreSQL, a copy of it in `folder` on SQLite."""
    if connection.vendor == "postgresql":
        return on_the_same_server(connection.settings_dict["NAME"])
    file = folder / "db.sqlite3"
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = WAL")
    return Database(f"sqlite:///{file}")


def on_the_same_server(name: str, *, role: str = "") -> Database:
    """Another database of the PostgreSQL server that the tests use, as their role or another one."""
    at = connection.settings_dict
    return Database(f"postgresql://{role or at['USER']}@{quote(at['HOST'], safe='')}/{name}")
