"""A PostgreSQL database as a file, and back, by PostgreSQL’s own programs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from psycopg.pq import Conninfo

# Our own tables and functions, and not the schema around them: up to PostgreSQL 14 it belongs to whoever made the
# server. What others may do in it, and what extensions have put into it, stays as it is.
EMPTY = """DO $$
DECLARE
    command text;
BEGIN
    FOR command IN
        SELECT format('DROP %s CASCADE', name) FROM (
            SELECT 'TABLE ' || oid::regclass, oid, relowner FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
            UNION ALL
            SELECT 'FUNCTION ' || oid::regprocedure, oid, proowner FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace
        ) AS found (name, oid, owner)
        WHERE pg_get_userbyid(owner) = current_user AND oid NOT IN (SELECT objid FROM pg_depend WHERE deptype = 'e')
    LOOP
        EXECUTE command;
    END LOOP;
END $$"""
OURS = "SELECT count(*) FROM public.django_migrations"  # fails, and takes all back, where the file held no database
OTHERS = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""


def dump(connection: Any, path: Path) -> None:
    """Write the database as it is at this moment, while others write; raises RuntimeError where that fails."""
    _run(connection, "pg_dump", "--no-owner", "--no-privileges", "--no-comments", f"--file={path}")


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


def surroundings(connection: Any) -> dict[str, str]:
    """What DATABASE_URL says, for PostgreSQL’s programs: what stands in a command can be seen by everybody there."""
    wanted = connection.get_connection_params()
    names = {each.keyword.decode(): each.envvar.decode() for each in Conninfo.get_defaults() if each.envvar}
    return {names[key]: str(value) for key, value in wanted.items() if key in names}


def _run(connection: Any, program: str, *arguments: str) -> None:
    environment = os.environ | surroundings(connection)
    try:
        done = subprocess.run(  # noqa: S603 - PostgreSQL’s programs, without a shell
            [program, *arguments], env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise RuntimeError(f"{program} is missing: install PostgreSQL’s client programs.") from None
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr.strip()}")
