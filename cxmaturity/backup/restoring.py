"""Putting a backup back."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from ..environment import key_file
from . import archive
from .making import DATABASES, applied, back_up, kept_key


class Refused(Exception):
    """Nothing was changed; the text says why, and what to do."""


class Restored(NamedTuple):
    """`before` is a backup of what was there, if anything was; `other_key` whether SECRET_KEY is set, and differs."""

    before: Path | None
    other_key: bool


def restore(file: Path) -> Restored:
    """Put the backup in place of the database; what was there before is backed up beside it first.

    Raises Refused, and RuntimeError where the database cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=file.parent) as scratch:
        try:
            about, database, key = archive.read(file, Path(scratch))
        except archive.NoBackup as error:
            raise Refused(str(error)) from error
        _refuse_what_does_not_fit(about)
        before = back_up(file.parent).file if applied(connection) else None
        DATABASES[about.database].load(connection, database)
    return Restored(before, key is not None and not _put_back(key))


def _refuse_what_does_not_fit(about: archive.About) -> None:
    vendor = connection.vendor
    if about.database != vendor:
        raise Refused(f"The backup is one of {about.database}, and DATABASE_URL names {vendor}.")
    if unknown := set(about.migrations) - _known():
        raise Refused(f"The backup is from a newer version, which has {', '.join(sorted(unknown))}: upgrade first.")
    if DATABASES[vendor].in_use(connection):
        raise Refused("The database is in use: stop the server and the worker first.")


def _known() -> set[str]:
    """The migrations of this version, and those that one of them has replaced."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    names = set(loader.disk_migrations) | {old for each in loader.disk_migrations.values() for old in each.replaces}
    return {f"{app}.{name}" for app, name in names}


def _put_back(key: str) -> bool:
    """Keep the key that links and sessions of the backup were made with; False where another is given as a setting."""
    file = key_file(settings.DATABASES["default"])
    if key == settings.SECRET_KEY:
        return True
    if file is None or kept_key() is None:
        return False
    part = file.with_suffix(".part")
    with os.fdopen(
        os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, archive.READABLE), "w", encoding="ascii"
    ) as out:
        out.write(key)
    part.replace(file)
    return True
