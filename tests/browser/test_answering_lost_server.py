"""The server goes away in the middle of an assessment and comes back: nothing that was answered or typed is lost."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assessments.content.loader import framework
from tests import databases
from tests.browser.test_answering import FAILED, SAVED, at, choose

ROOT = Path(__file__).parents[2]
FIRST, SECOND, THIRD, *_REST = framework().practices
SEED = """
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
    """The production server in a process of its own, on its own database; it can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.database = folder / "db.sqlite3"
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SECRET_KEY": "only-for-tests-" + "0" * 50,
            "DEBUG": "true",  # static files straight from their folders
        }
        self.process: subprocess.Popen[bytes] | None = None
        if made := databases.template("sqlite"):
            shutil.copy(made, self.database)
        else:
            self.run("migrate", "--verbosity=0")
        seeded = json.loads(self.run("shell", "--verbosity=0", "--command", SEED))
        self.session, self.codes = seeded["session"], seeded["codes"]

    def run(self, *command: str) -> str:
        call = [sys.executable, "manage.py", *command]
        done = subprocess.run(call, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> None:
        call = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--port",
            str(self.port),
            "cxmaturity.wsgi:application",
        ]
        self.process = subprocess.Popen(
            call, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _try in range(200):
            try:
                urllib.request.urlopen(f"{self.url}/check/", timeout=5).close()
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the server does not start")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(20)
            self.process = None

    def stored(self, code: str) -> dict[str, tuple[int | None, str]]:
        """Stage and note by practice, straight from the file."""
        with sqlite3.connect(self.database) as connection:
            rows = connection.execute(
                "SELECT practice, stage, note FROM assessments_answer"
                " JOIN assessments_respondent r ON r.id = respondent_id"
                " JOIN assessments_assessment a ON a.id = assessment_id WHERE a.code = ?",
                (code.replace("-", ""),),
            ).fetchall()
        connection.close()
        return {practice: (stage, note) for practice, stage, note in rows}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("server"))
    yield made
    made.stop()


@pytest.fixture
def server(prepared: Server) -> Server:
    prepared.stop()
    prepared.start()
    return prepared


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    """A signed-in page; while the server is away Chromium says so in the console, which is all it may complain of."""
    complaints: list[str] = []
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, base_url=server.url)
    context.add_cookies([{"name": "sessionid", "value": server.session, "url": server.url}])
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    context.on(
        "request", lambda request: None if request.url.startswith(server.url) else complaints.append(request.url)
    )
    yield context.new_page()
    context.close()
    assert [each for each in complaints if "net::ERR_CONNECTION" not in each] == []


def path(code: str, practice: str = FIRST) -> str:
    return f"/assessments/{code}/answer/{practice}/"


def test_answers_and_text_outlive_the_server_and_a_reload(server: Server, page: Page) -> None:
    code = server.codes[0]
    page.goto(path(code))
    page.keyboard.press("1")
    expect(page.locator("[data-state]")).to_have_text(SAVED)
    page.keyboard.press("Enter")
    at(page, SECOND)
    server.stop()

    page.keyboard.press("3")
    expect(page.locator("[data-state]")).to_have_text(FAILED)
    expect(page.locator("[data-alarm]")).to_contain_text("kept on this device")
    page.get_by_label("Note").fill("typed while the server was away")
    page.locator("[data-go=next]").click()
    expect(page.locator("[data-alarm]")).to_contain_text("You stay here, and nothing is lost.")
    at(page, SECOND)
    expect(page.get_by_label("Note")).to_have_value("typed while the server was away")
    assert server.stored(code) == {FIRST: (1, "")}

    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        page.reload()  # the browser's own error page: everything in memory is gone
    context = page.context
    page.close()  # the error page loads its address again by itself as soon as it can, amid whatever follows
    server.start()
    page = context.new_page()
    page.goto(path(code, THIRD))  # not even the same practice
    expect(page.locator("[data-state]")).to_have_text(SAVED)
    assert server.stored(code) == {FIRST: (1, ""), SECOND: (3, "typed while the server was away")}
    page.goto(path(code, SECOND))
    expect(page.locator("[name=choice][value='3']")).to_be_checked()


def test_it_tries_again_by_itself_and_sends_the_last_choice(server: Server, page: Page) -> None:
    code = server.codes[1]
    page.goto(path(code))
    server.stop()
    for choice in "0", "1", "2":
        choose(page, choice)
    expect(page.locator("[data-state]")).to_have_text(FAILED)
    server.start()
    expect(page.locator("[data-state]")).to_have_text(SAVED, timeout=20_000)
    expect(page.locator("[data-alarm]")).to_be_empty()
    assert server.stored(code) == {FIRST: (2, "")}
    page.keyboard.press("Enter")
    at(page, SECOND)
