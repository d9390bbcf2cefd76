"""What commands that read a file and write others have in common: nothing is written where anything is wrong."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

BAD_INPUT = 2


class FileCommand(BaseCommand):
    """A command that reads files alone: no database, no templates."""

    requires_system_checks = ()

    def write(self, path: Path, content: bytes | Iterable[str]) -> None:
        """Write a file, from text in pieces where it is long."""
        try:
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                with path.open("w", encoding="utf-8", newline="\n") as file:
                    file.writelines(content)
        except OSError as error:
            self.refuse(f"{path}: {error.strerror}")

    def refuse(self, text: str) -> NoReturn:
        """Say what is wrong, and end with status 2."""
        self.stderr.write(text)
        sys.exit(BAD_INPUT)


def hindrance(read: Path, *written: Path | None) -> str | None:
    """Why the files cannot be `written` as asked, None being none, while another is `read`; None where they can."""
    seen = {read.resolve()}
    for path in filter(None, written):
        if path.resolve() in seen or any(_one(path, other) for other in seen):
            return f"{path}: " + _("This file is read or written already. Give each its own name.")
        if path.is_dir():
            return f"{path}: {os.strerror(errno.EISDIR)}"
        if not path.parent.is_dir():
            return f"{path}: {os.strerror(errno.ENOENT)}"
        if path.exists() and not path.is_file():
            continue  # such as /dev/null, which takes everything
        if not os.access(path if path.exists() else path.parent, os.W_OK):
            return f"{path}: {os.strerror(errno.EACCES)}"
        seen.add(path.resolve())
    return None


def _one(path: Path, other: Path) -> bool:
    """Whether two names are of one file, as hard links are, and other cases of letters on some systems."""
    try:
        return path.is_file() and path.samefile(other)
    except OSError:
        return False
