"""`manage.py serve`, which `make run` calls: the first start prepares everything, the second only serves."""

from __future__ import annotations

import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from assessments.demo import account as demo_account


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    base = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return {**base, "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}", "STATIC_ROOT": str(folder / "static")}


def served(
    folder: Path, meanwhile: Callable[[Path], None] = lambda _folder: None, where: Path = settings.BASE_DIR
) -> tuple[str, str]:
    """Starts the server from a folder, reads the home page, stops it; gives back what was printed, and the page."""
    port = free_port()
    place = ["--host", "localhost", "--port", str(port)]
    server = subprocess.Popen(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "serve", *place, "--workers", "1"],
        cwd=where,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        page = _read(f"http://localhost:{port}/", server)
        meanwhile(folder)
    finally:
        server.send_signal(signal.SIGINT)
        said, _nothing = server.communicate(timeout=120)  # a busy machine is no fault of ours
    return said, page


def _read(url: str, server: subprocess.Popen[str]) -> str:
    for _try in range(1800):  # a busy machine takes minutes to migrate
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return str(answer.read().decode())
        except OSError:
            assert server.poll() is None, "the server has stopped"
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def state(folder: Path) -> dict[str, int]:
    """Every file but the write-ahead log, with the time of its last change."""
    return {str(file): file.stat().st_mtime_ns for file in folder.rglob("*") if not file.name.startswith("db.sqlite3-")}


class Taken(NamedTuple):
    """What was made, and the processor time of the processes that it took."""

    made: Any
    seconds: float


def cpu_of(act: Callable[[], Any]) -> Taken:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    made = act()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(made, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def loaded(folder: Path) -> None:
    """A process that loads everything a page may need, and ends."""
    loading = [sys.executable, "-c", "import cxmaturity.wsgi"]
    subprocess.run(loading, cwd=settings.BASE_DIR, env=environment(folder), check=True)


def workers(folder: Path) -> set[int]:
    """The processes that work on background tasks for the database in this folder."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            ours = str(folder) in (process / "environ").read_text(errors="replace")
            if ours and "--keep-going" in (process / "cmdline").read_text():
                found.add(int(process.name))
        except OSError:  # it has ended meanwhile
            continue
    return found


def replace_the_worker(folder: Path) -> None:
    """Kill the worker beside the server, and wait for another one."""
    if not Path("/proc/self/environ").exists():
        return  # there is nowhere to see the processes
    killed: set[int] = set()
    for _try in range(300):
        running = workers(folder)
        if killed and running - killed:
            return
        for each in running if not killed else ():
            os.kill(each, signal.SIGKILL)
            killed.add(each)
        time.sleep(0.1)
    raise AssertionError("no other worker" if killed else "no worker")


def test_two_starts(tmp_path: Path) -> None:
    said, page = served(tmp_path, replace_the_worker, where=tmp_path)
    assert workers(tmp_path) == set()  # it ends with the server
    assert "Preparing the database" in said
    assert "Loading the demo" in said
    assert f"{demo_account.EMAIL}, password {demo_account.PASSWORD}" in said
    assert "<h1" in page
    assert "/static/css/theme." in page

    bare = cpu_of(lambda: loaded(tmp_path))
    before = state(tmp_path)
    taken = cpu_of(lambda: served(tmp_path))
    said, page = taken.made
    # Processor time against that of a process that has just loaded the application: two of them run here, the one that
    # looks whether all is ready and the one that serves. Where one takes a second, a start takes less than three.
    assert taken.seconds < 3 * bare.seconds
    # Now and then a worker of granian hangs as it ends, and is killed: that is no news of the start.
    news = [line for line in said.splitlines() if line and not line.startswith("[WARNING] Killing worker")]
    assert news == said.splitlines()[:2], said
    assert "http://localhost:" in said
    assert demo_account.EMAIL in said
    assert state(tmp_path) == before


@pytest.mark.parametrize("door", ["wsgi", "asgi"])
def test_a_server_has_loaded_every_page_before_the_first_request(tmp_path: Path, door: str) -> None:
    asked = (
        f"import gc, sys, cxmaturity.{door}\n"
        "pages = {name for name in sys.modules if name.startswith('assessments.views.')}\n"
        "print(len(pages), gc.get_freeze_count())"
    )
    told = subprocess.check_output(
        [sys.executable, "-c", asked], cwd=settings.BASE_DIR, env=environment(tmp_path), text=True
    )
    pages, frozen = map(int, told.split())
    assert pages > 100 and frozen > 100_000


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"},
            capture_output=True,
            text=True,
        )
    assert result.returncode == 2
    assert f"Cannot listen on port {port} of '127.0.0.1'" in result.stderr
    assert "PORT=9000 make run" in result.stderr
    assert not (tmp_path / "db.sqlite3").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--port", "0"], "Cannot listen on port 0 of '127.0.0.1' (a port is a number from 1 to 65535)"),
        (["--port", "70000"], "Cannot listen on port 70000 of '127.0.0.1' (a port is a number from 1 to 65535)"),
        (["--host", "nowhere.invalid"], "Cannot listen on port 8000 of 'nowhere.invalid'"),
        (["--host", "a..b"], "Cannot listen on port 8000 of 'a..b'"),
        (["--workers", "0"], "--workers must be at least 1."),
    ],
)
def test_what_cannot_be_served_is_said_before_anything_is_made(wrong: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=re.escape(said)) as refused:
        call_command("serve", *wrong)
    assert refused.value.returncode == 2
