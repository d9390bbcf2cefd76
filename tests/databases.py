"""A database for each process of the tests, copied from one that the migrations have made once for a whole run.

    python -m tests.databases FOLDER    migrates the empty database of DATABASE_URL, and leaves a copy of it in FOLDER

tests/run.sh does that for SQLite and PostgreSQL. Without it (TEMPLATES is not set) each process migrates for itself.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

TEMPLATES = "TEMPLATES"  # the variable that names the folder


def template(vendor: str) -> Path | None:
    """What to copy a database of `sqlite` or `postgresql` from, if this run has made it."""
    folder = os.environ.get(TEMPLATES)
    return Path(folder) / f"{vendor}.template" if folder else None


def fill(connection: Any, path: Path) -> None:
    """Make the test database of this process, and let `connection` use it."""
    name = connection.settings_dict["TEST"]["NAME"] or connection.creation._get_test_db_name()
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with sqlite3.connect(path) as source:
            source.backup(connection.connection)
        source.close()
    else:
        connection.connection.execute(path.read_bytes())
        connection.close()  # the dump leaves a search path of its own


def make(folder: Path) -> None:
    """Migrate, and write what came of it."""
    from django.core.management import call_command  # noqa: PLC0415 - Django is set up only now
    from django.db import connection  # noqa: PLC0415

    call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("createcachetable", verbosity=0)
    target = folder / f"{connection.vendor}.template"
    if connection.vendor == "sqlite":
        with sqlite3.connect(target) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # a database in memory has no other file beside it
        copy.close()
        return
    said = subprocess.run(
        ["pg_dump", "--inserts", "--no-owner", os.environ["DATABASE_URL"]], check=True, capture_output=True
    ).stdout
    # What begins with a backslash is meant for psql.
    target.write_bytes(b"".join(line for line in said.splitlines(keepends=True) if not line.startswith(b"\\")))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cxmaturity.settings")
    import django

    django.setup()
    make(Path(sys.argv[1]))
