"""A PostgreSQL database as a file, and back, by PostgreSQL’s own programs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
OURS = "SELECT count(*) FROM public.django_migrations"  # fails, and takes all back, where the file held no database
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


def dump(connection: Any, path: Path) -> None:
    """Write the database as it is at this moment, while others write; raises RuntimeError where that fails."""
    _run(connection, "pg_dump", "--no-owner", "--no-privileges", f"--file={path}")


def load(connection: Any, path: Path) -> None:
    """Put the file in place of the database, in one transaction; raises RuntimeError where that fails."""
    once = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
    connection.close()
    _run(connection, "psql", *once, f"--command={EMPTY}", f"--file={path}", f"--command={OURS}")


def in_use(connection: Any) -> bool:
    """Whether anybody else is connected to the database."""
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        return bool(cursor.fetchone()[0])


def _run(connection: Any, program: str, *arguments: str) -> None:
    at = connection.settings_dict
    named = {"PGHOST": at["HOST"], "PGPORT": at["PORT"], "PGUSER": at["USER"], "PGDATABASE": at["NAME"]}
    # By the environment: what stands in a command can be seen by everybody on the machine.
    secret = {**named, "PGPASSWORD": at["PASSWORD"]}
    environment = {**os.environ, **{name: str(value) for name, value in secret.items() if value}}
    try:
        done = subprocess.run(  # noqa: S603 - PostgreSQL’s programs, without a shell
            [program, *arguments], env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise RuntimeError(f"{program} is missing: install PostgreSQL’s client programs.") from None
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr.strip()}")
