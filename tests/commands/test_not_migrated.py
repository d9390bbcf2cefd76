"""Commands on a database that is not migrated say so, in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import run_apart


@pytest.mark.parametrize("command", ["purge", "demo"])
def test_it_says_how_to_mend_it(command: str, tmp_path: Path) -> None:
    done = run_apart(tmp_path, command)
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert line.startswith("The database is not that of this version (")
    assert line.endswith("Run: python manage.py migrate")


def test_the_traceback_is_there_for_who_asks(tmp_path: Path) -> None:
    assert "Traceback" in run_apart(tmp_path, "purge", "--traceback").stderr


@pytest.mark.parametrize("command", ["purge", "migrate", "serve"])
def test_a_database_that_does_not_answer_is_said_in_one_line(command: str, tmp_path: Path) -> None:
    (tmp_path / "none.sqlite3").write_bytes(b"no database" * 400)
    done = run_apart(tmp_path, command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The database that DATABASE_URL names does not answer: file is not a database\n"
