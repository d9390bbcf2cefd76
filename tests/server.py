"""The production server in a process of its own, on a database of its own, for tests that need a real one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests import databases

ROOT = Path(__file__).parents[1]
PATIENCE = 180  # seconds: a busy machine is no fault of ours
# A workspace of an owner with two assessments, and what a browser needs to be that owner.
OWNER = """
import json, datetime
from django.contrib.sessions.backends.db import SessionStore
from django.conf import settings
from django.contrib.auth import SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY
from assessments.actions.assessments import start_assessment
from assessments.actions.companies import add_company
from assessments.actions.workspaces import open_workspace
from assessments.models import User
user = User.objects.create_user("owner@example.com", name="Owner")
workspace = open_workspace(user=user, name="Northstar Advisory")
company = add_company(workspace=workspace, name="Harbour Retail")
codes = [start_assessment(user=user, company=company, title=f"{n}", held_on=datetime.date(2026, 11, 2),
                          practice_set="full", group="managers").code for n in range(2)]
session = SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(json.dumps({"session": session.session_key, "codes": [str(each) for each in codes]}))
"""


class Server:
    """It can be stopped and started again. What it says, and its access log, are in the file `log`."""

    def __init__(self, folder: Path, *options: str, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.database, self.log = folder / "db.sqlite3", folder / "server.log"
        self.url = f"http://127.0.0.1:{self.port}"
        self.options = options
        self.environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SECRET_KEY": "only-for-tests-" + "0" * 50,
            "DEBUG": "true",  # static files straight from their folders
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None
        if made := databases.template("sqlite"):
            shutil.copy(made, self.database)
        else:
            self.run("migrate", "--verbosity=0")

    def run(self, *command: str) -> str:
        """What a command of ours prints."""
        call = [sys.executable, "manage.py", *command]
        done = subprocess.run(call, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def shell(self, script: str) -> str:
        """What a script in Django's shell prints."""
        return self.run("shell", "--verbosity=0", "--command", script)

    def start(self) -> None:
        call = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(self.port), "--access-log"]
        call += [*self.options, "cxmaturity.wsgi:application"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(call, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/check/", timeout=5).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError(f"the server does not start: {self.said()}")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(PATIENCE)
            self.process = None

    def said(self) -> str:
        """Everything in its log."""
        return self.log.read_text(encoding="utf-8", errors="replace")
