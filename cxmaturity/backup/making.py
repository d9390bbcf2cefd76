"""Making a backup."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from ..environment import key_file
from . import archive, postgres, sqlite

MAKING = ".making-"
DAY = 24 * 60 * 60  # seconds
DATABASES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


class Made(NamedTuple):
    """A backup, and the older ones that went for it."""

    file: Path
    removed: list[Path]


def back_up(folder: Path, *, keep: int | None = None) -> Made:
    """Write a backup into the folder, while people work; then remove all but the newest `keep`, None being all.

    Raises OSError where the folder cannot be written, RuntimeError where the database cannot be copied.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = timezone.now()
    _clear(folder, now.timestamp() - DAY)
    with tempfile.TemporaryDirectory(prefix=MAKING, dir=folder) as scratch:
        database, made = Path(scratch) / "database", Path(scratch) / "made.zip"
        about = archive.About(now.isoformat(), connection.vendor, applied(connection))
        DATABASES[connection.vendor].dump(connection, database)
        archive.write(made, about, database, kept_key())
        file = made.rename(archive.free_name(folder, now))
    gone = [] if keep is None else archive.outdated(folder, max(1, keep))
    for each in gone:
        each.unlink()
    return Made(file, gone)


def _clear(folder: Path, before: float) -> None:
    """Remove what a backup has left behind that was killed."""
    for each in folder.glob(f"{MAKING}*"):
        if each.stat().st_mtime < before:
            shutil.rmtree(each)


def applied(database: Any) -> tuple[str, ...]:
    """The migrations that a database has, as app.name."""
    return tuple(sorted(f"{app}.{name}" for app, name in MigrationRecorder(database).applied_migrations()))


def kept_key() -> str | None:
    """The key in the file beside an SQLite database; None where it is given as a setting, and kept elsewhere."""
    file = key_file(settings.DATABASES["default"])
    if file is None or not file.is_file():
        return None
    key = file.read_text(encoding="ascii").strip()
    return key if key == settings.SECRET_KEY else None
