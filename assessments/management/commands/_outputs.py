"""Whether files can be written where somebody wants them, looked at before the first one is."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from django.utils.translation import gettext as _


def hindrance(read: Path, *written: Path | None) -> str | None:
    """Why the files cannot be `written` as asked, None being none, while another is `read`; None where they can."""
    seen = {read.resolve()}
    for path in filter(None, written):
        if path.resolve() in seen:
            return f"{path}: " + _("This file is read or written already. Give each its own name.")
        if path.is_dir():
            return f"{path}: {os.strerror(errno.EISDIR)}"
        if not path.parent.is_dir():
            return f"{path}: {os.strerror(errno.ENOENT)}"
        if path.exists() and not path.is_file():
            continue  # such as /dev/null, which takes everything
        seen.add(path.resolve())
    return None
