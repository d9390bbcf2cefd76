"""An installation with a database that other processes reach, and its backups."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from tests.outside import Database, database_of_this_test, on_the_same_server

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Site(Database):
    """The database at an address, and the folder of its backups."""

    folder: Path

    def run(self, *arguments: str | Path, **environment: str) -> Done:
        """A `manage.py` in a process of its own."""
        return subprocess.run(**self.manage(*arguments, **environment), capture_output=True, text=True, check=False)

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

    def companies(self) -> set[str]:
        return {name for (name,) in self.ask("SELECT name FROM assessments_company")}


def site_of_this_test(folder: Path) -> Site:
    """What the test has made so far, for other processes."""
    made = Site(database_of_this_test(folder).url, folder / "backups")
    if connection.vendor == "postgresql":
        connection.close()  # a database that somebody uses is not replaced
    return made


@contextmanager
def empty_site(folder: Path) -> Iterator[Site]:
    """A new installation, without a table.

    With PostgreSQL its role may do there what people usually give it: the database is its own, but up to version 14,
    and after an upgrade from there, the schema is not.
    """
    if connection.vendor == "sqlite":
        folder.mkdir()
        yield Site(f"sqlite:///{folder / 'db.sqlite3'}", folder / "backups")
        return
    name = f"{connection.settings_dict['NAME']}_empty"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE ROLE "{name}" LOGIN')
        cursor.execute(f'CREATE DATABASE "{name}" OWNER "{name}"')
    there = on_the_same_server(name)
    there.ask("ALTER SCHEMA public OWNER TO CURRENT_USER")
    there.ask("GRANT ALL ON SCHEMA public TO PUBLIC")
    try:
        yield Site(on_the_same_server(name, role=name).url, folder / "backups")
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
            cursor.execute(f'DROP ROLE "{name}"')
