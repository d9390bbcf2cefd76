"""What commands that read a file and write others have in common: nothing is written where anything is wrong."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from ...files.limits import FILE_BYTES

BAD_INPUT = 2


class FileCommand(BaseCommand):
    """A command that reads files alone: no database, no templates."""

    requires_system_checks = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._begun: list[Path] = []

    def write(self, path: Path, content: bytes | Iterable[str]) -> None:
        """Write a file, from text in pieces where it is long. Where that fails, no new file of this run is left."""
        if not os.path.lexists(path):
            self._begun.append(path)
        try:
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                with path.open("w", encoding="utf-8", newline="\n") as file:
                    file.writelines(content)
        except OSError as error:
            for each in self._begun:
                with suppress(OSError):
                    each.unlink()
            self.refuse(beside(path, error.errno))

    def refuse(self, text: str) -> NoReturn:
        """Say what is wrong, and end with status 2."""
        self.stderr.write(text)
        sys.exit(BAD_INPUT)


def content_of(path: Path) -> bytes:
    """What a file holds; of one that is larger than we read, no more than shows that."""
    with path.open("rb") as file:
        return file.read(FILE_BYTES + 1)


def beside(path: Path, fault: int | None) -> str:
    """A path and why it can be neither read nor written, in the reader's language where that is a usual reason."""
    said = {
        errno.ENOENT: _("There is no such file or folder."),
        errno.EISDIR: _("This is a folder."),
        errno.EACCES: _("Permission is missing."),
    }
    return _("%(place)s: %(message)s") % {"place": path, "message": said.get(fault or 0) or os.strerror(fault or 0)}


def hindrance(read: Path, *written: Path | None) -> str | None:
    """Why the files cannot be `written` as asked, None being none, while another is `read`; None where they can.

    It asks `os.path`, since a `Path` raises for links in a circle and for names that are too long.
    """
    seen = {os.path.realpath(read)}
    for path in filter(None, written):
        if os.path.realpath(path) in seen or any(_one(path, other) for other in seen):
            message = _("This file is read or written already. Give each its own name.")
            return _("%(place)s: %(message)s") % {"place": path, "message": message}
        if os.path.isdir(path):
            return beside(path, errno.EISDIR)
        if not os.path.isdir(path.parent):
            return beside(path, errno.ENOENT)
        if (there := os.path.exists(path)) and not os.path.isfile(path):
            continue  # such as /dev/null, which takes everything
        if not os.access(path if there else path.parent, os.W_OK):
            return beside(path, errno.EACCES)
        seen.add(os.path.realpath(path))
    return None


def _one(path: Path, other: str) -> bool:
    """Whether two names are of one file, as hard links are, and other cases of letters on some systems."""
    try:
        return os.path.isfile(path) and os.path.samefile(path, other)
    except OSError:
        return False
