"""Runs a management command as a person does in a folder: in a process of its own, or here, which takes no start."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]


def run_apart(folder: Path, *arguments: str, encoding: str = "utf-8") -> Done:
    """The command in a process; the database it is given does not exist, so that a query would fail."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/none.sqlite3", "PYTHONIOENCODING": encoding}
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def run_here(folder: Path, *arguments: str) -> Done:
    """What a process would have come to: its code, and what it has printed. A query fails here, too."""
    said, complained = io.StringIO(), io.StringIO()
    code: object = 0
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
        try:
            execute_from_command_line(["manage.py", *arguments])
        except SystemExit as left:
            code = left.code or 0
    assert isinstance(code, int)
    return Done(arguments, code, said.getvalue(), complained.getvalue())
