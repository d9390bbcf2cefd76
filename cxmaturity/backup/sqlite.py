"""An SQLite database as a file, and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def dump(connection: Any, path: Path) -> None:
    """Copy the database as it is at this moment, while others write; raises RuntimeError where it is damaged."""
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with no log beside it
        if (found := copy.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise RuntimeError(f"SQLite says of the database: {found}")


def load(connection: Any, path: Path) -> None:
    """Put the file in place of the database, in one transaction: after a power cut it is the one or the other.

    Raises RuntimeError where the file is no database of ours.
    """
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as source:
        try:
            source.execute("SELECT count(*) FROM django_migrations")  # an empty file is a database too, of nothing
            source.backup(connection.connection)
        except sqlite3.DatabaseError as error:
            raise RuntimeError(f"SQLite says of the backup: {error}") from error
    connection.close()


def in_use(connection: Any) -> bool:
    """Whether another process has the database open: nobody leaves the write-ahead log while somebody else reads it."""
    path = str(connection.settings_dict["NAME"])
    connection.close()
    if not Path(path).exists():
        return False
    with closing(sqlite3.connect(path, timeout=1)) as alone:
        try:
            alone.execute("PRAGMA journal_mode = DELETE")
            alone.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            return True
    return False
