"""An installation with a database that other processes reach; a test’s own SQLite is in memory, so it gets a copy."""

from __future__ import annotations

import os
import sqlite3
import subprocess
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

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Site:
    """The database at an address, and the folder of its backups."""

    url: str
    folder: Path

    def run(self, *arguments: str | Path, **environment: str) -> Done:
        """A `manage.py` in a process of its own."""
        base = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
        named = {"DATABASE_URL": self.url, "SECRET_KEY": settings.SECRET_KEY, **environment}
        command = [sys.executable, "manage.py", *map(str, arguments)]
        return subprocess.run(
            command, cwd=settings.BASE_DIR, env={**base, **named}, capture_output=True, text=True, check=False
        )

    def backed_up(self, *arguments: str) -> Path:
        """The file of a new backup."""
        before = self.files()
        done = self.run("backup", self.folder, *arguments)
        assert done.returncode == 0, done.stderr
        [made] = set(self.files()) - set(before)
        assert str(made) in done.stdout
        return made

    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*")) if self.folder.is_dir() else []

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

    def companies(self) -> set[str]:
        return {name for (name,) in self.ask("SELECT name FROM assessments_company")}


def site_of_this_test(folder: Path) -> Site:
    """What the test has made so far, for other processes."""
    if connection.vendor == "postgresql":
        connection.close()  # a database that somebody uses is not replaced
        return Site(_address(connection.settings_dict["NAME"]), folder / "backups")
    file = folder / "db.sqlite3"
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = WAL")
    return Site(f"sqlite:///{file}", folder / "backups")


@contextmanager
def empty_site(folder: Path) -> Iterator[Site]:
    """A new installation, without a table."""
    if connection.vendor == "sqlite":
        folder.mkdir()
        yield Site(f"sqlite:///{folder / 'db.sqlite3'}", folder / "backups")
        return
    name = f"{connection.settings_dict['NAME']}_empty"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        yield Site(_address(name), folder / "backups")
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _address(name: str) -> str:
    at = connection.settings_dict
    return f"postgresql://{at['USER']}@{quote(at['HOST'], safe='')}/{name}"
