"""The file of a backup: a ZIP with the database, what it was made from, and the key of an SQLite installation."""

from __future__ import annotations

import json
import os
import re
import zipfile
import zlib
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

FORMAT = "cxmaturity-backup/1"
NAME = re.compile(r"cxmaturity-\d{8}-\d{6}\.zip")
ABOUT, DATABASE, KEY = "about.json", "database", "secret_key"
READABLE = 0o600  # by nobody else: it holds what everybody has answered
AT_ONCE = 1 << 20  # bytes
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)  # the last: said to be encrypted


class NoBackup(Exception):
    """The file is no whole backup of ours; the text says why."""


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself: `database` is "sqlite" or "postgresql", `migrations` are those it had."""

    made_at: str
    database: str
    migrations: tuple[str, ...]
    format: str = FORMAT


def write(target: Path, about: About, database: Path, key: str | None) -> None:
    """Write an archive that nobody else may read, and read it back. It is on disk then, and whole."""
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, READABLE)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
            archive.writestr(ABOUT, json.dumps(asdict(about), indent=1))
            archive.write(database, DATABASE)
            if key:
                archive.writestr(KEY, key)
        file.flush()
        os.fsync(file.fileno())
    _verify(target)


def read(file: Path, folder: Path) -> tuple[About, Path, str | None]:
    """What the archive says of itself, its database as a file in `folder`, and its key; raises NoBackup."""
    try:
        _verify(file)
        with zipfile.ZipFile(file) as archive:
            said = json.loads(archive.read(ABOUT))
            database = folder / DATABASE
            handle = os.open(database, os.O_WRONLY | os.O_CREAT | os.O_EXCL, READABLE)
            with archive.open(DATABASE) as source, os.fdopen(handle, "wb") as copy:
                while piece := source.read(AT_ONCE):
                    copy.write(piece)
            key = archive.read(KEY).decode() if KEY in archive.namelist() else None
        if said["format"] != FORMAT:
            raise NoBackup(f"{file}: {said['format']} is not a form that this version reads.")
        return About(said["made_at"], said["database"], tuple(map(str, said["migrations"]))), database, key
    except (*DAMAGED, KeyError, ValueError, TypeError) as error:
        raise NoBackup(f"{file} is no backup of CX Maturity, or not a whole one ({error}).") from error


def free_name(folder: Path, at: datetime) -> Path:
    """A name for a backup of this moment; one that is there already is never written over."""
    while (file := folder / f"cxmaturity-{at:%Y%m%d-%H%M%S}.zip").exists():
        at += timedelta(seconds=1)
    return file


def outdated(folder: Path, keep: int) -> list[Path]:
    """The backups in the folder but for the newest ones."""
    ours = sorted(each for each in folder.iterdir() if NAME.fullmatch(each.name))
    return ours[: max(0, len(ours) - keep)]


def _verify(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        if broken := archive.testzip():
            raise zipfile.BadZipFile(f"{broken} is damaged")
