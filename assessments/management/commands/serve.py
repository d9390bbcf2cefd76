"""`manage.py serve`: makes database and static files ready, fills an empty database with the demo, starts a server.

Beside the server runs a worker for background tasks, unless TASKS=immediate is set.
"""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from assessments.demo import account as demo_account

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - what to listen on, which is no address to come back to


class Command(BaseCommand):
    """What `make run` calls. Started again, it finds everything done and only starts the server."""

    help = "Makes everything ready on this machine, and starts the server."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen on")
        parser.add_argument("--workers", type=int, default=min(os.cpu_count() or 1, 4), help="how many processes")

    def handle(self, *, host: str, port: int, workers: int, **options: Any) -> None:
        if workers < 1:
            raise CommandError("--workers must be at least 1.", returncode=2)
        address = _free_address(host, port)
        self._migrate()
        self._collect_static_files()
        self._load_the_demo()
        name = f"[{host}]" if ":" in host else host
        self.stdout.write(f"CX Maturity: http://{name}:{port}  (stop with Ctrl+C)")
        if get_user_model().objects.filter(email=demo_account.EMAIL).exists():
            self.stdout.write(f"Sign in to the demo: {demo_account.EMAIL}, password {demo_account.PASSWORD}")
        self.stdout.flush()
        connection.close()
        os.environ.setdefault("BASE_URL", f"http://{'localhost' if host in EVERYWHERE else name}:{port}")
        # The server finds the program wherever it is started.
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(settings.BASE_DIR), os.environ.get("PYTHONPATH"))))
        if os.environ.setdefault("TASKS", "database") == "database":
            _keep_a_worker()
        granian = str(Path(sys.executable).with_name("granian"))
        arguments = ["--interface", "wsgi", "--host", address, "--port", str(port), "--workers", str(workers)]
        # Two threads a process, so that a PDF in the making holds up nobody (docs/deploy.md has the measurement).
        arguments += ["--blocking-threads", "2", "--no-ws", "--log-level", "warning"]
        # Whoever stops it waits for what is in the making, but never for a worker that does not end.
        arguments += ["--workers-kill-timeout", "15"]
        # The server takes the place of this process, so that signals reach it.
        os.execv(  # noqa: S606 - our own server, no shell
            granian, [granian, *arguments, "cxmaturity.wsgi:application"]
        )

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database")
            call_command("migrate", verbosity=0)

    def _collect_static_files(self) -> None:
        root = Path(settings.STATIC_ROOT)
        stamp = root.with_name(f"{root.name}.stamp")
        now = _static_state()
        if not stamp.is_file() or stamp.read_text() != now or not (root / "staticfiles.json").is_file():
            self.stdout.write("Collecting static files")
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            stamp.write_text(now)

    def _load_the_demo(self) -> None:
        if not get_user_model().objects.exists():
            self.stdout.write("Loading the demo")
            call_command("demo", if_empty=True, verbosity=0)


def _free_address(host: str, port: int) -> str:
    """The number of the address that `host` names, as the server takes no names; refused where it cannot listen."""
    try:
        if not 0 < port < 1 << 16:
            raise ValueError("a port is a number from 1 to 65535")
        family, *_kind, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except (OSError, ValueError) as error:  # the latter of what is no port, and no name
        why = getattr(error, "strerror", error)
        raise CommandError(
            f"Cannot listen on port {port} of {host!r} ({why}). Take another: PORT=9000 make run", returncode=2
        ) from None
    return str(place[0])


def _keep_a_worker() -> None:
    """Start a process that keeps a worker running beside this one, and another if it dies, until this one ends."""
    server = os.getpid()
    if os.fork():
        return
    # Ctrl+C reaches everything in the terminal: the server ends by it, and we by the end of the server.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    command = [sys.executable, sys.argv[0], "deliver", "--keep-going", f"--parent={os.getpid()}"]
    time.sleep(1)  # the pages first, then the mail
    while os.getppid() == server:
        worker = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own
        while worker.poll() is None and os.getppid() == server:
            time.sleep(0.5)
        if os.getppid() == server:
            time.sleep(1)  # one that dies at once would keep the machine busy
    os._exit(0)  # the worker sees that we are gone, and finishes what it is at


def _static_state() -> str:
    """What the collected files were made from: our files as they lie there, the packages as they are pinned."""
    state = hashlib.sha256()
    for file in sorted((settings.BASE_DIR / "static").rglob("*")):
        found = file.stat()
        state.update(f"{file} {found.st_size} {found.st_mtime_ns}\n".encode())
    for name in ("requirements.txt", "cxmaturity/storage.py", "cxmaturity/apps.py"):
        state.update((settings.BASE_DIR / name).read_bytes())
    return state.hexdigest()
