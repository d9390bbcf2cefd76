"""The server goes away in the middle of an assessment and comes back: nothing that was answered or typed is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from assessments.content.loader import framework
from tests.browser.test_answering import FAILED, SAVED, at, choose
from tests.server import OWNER, Server

FIRST, SECOND, THIRD, *_REST = framework().practices


class Owned(Server):
    """With a workspace, whose owner a browser may be. What was stored is read from the file."""

    def __init__(self, folder: Path) -> None:
        # As it is deployed: one stylesheet, and not the thirty files of which it is made.
        super().__init__(folder, DEBUG="false", STATIC_ROOT=str(settings.STATIC_ROOT))
        seeded = json.loads(self.shell(OWNER))
        self.session, self.codes = seeded["session"], seeded["codes"]

    def stored(self, code: str) -> dict[str, tuple[int | None, str]]:
        """Stage and note by practice."""
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
def prepared(_collected_static_files: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Owned]:
    made = Owned(tmp_path_factory.mktemp("server"))
    yield made
    made.stop()


@pytest.fixture
def server(prepared: Owned) -> Owned:
    if not prepared.process:
        prepared.start()
    return prepared


@pytest.fixture
def page(chromium: Browser, server: Owned) -> Iterator[Page]:
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


def test_answers_and_text_outlive_the_server_and_a_reload(server: Owned, page: Page) -> None:
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


def test_it_tries_again_by_itself_and_sends_the_last_choice(server: Owned, page: Page) -> None:
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
