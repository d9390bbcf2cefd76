"""Addresses that only take forms: whoever loads one again reads a page of ours; for everybody else all is as it was."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from tests.addresses import PROTECTED, PUBLIC
from tests.personas import World
from tests.test_every_url_denies_strangers import EXISTING

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Sec-Fetch-Mode": "navigate"}
TITLE = "There is nothing to read at this address"


def only_forms(world: World, client: Client) -> list[str]:
    """Every address that takes nothing else: it says so before it does anything."""
    own = [reverse(name, kwargs=row.where(world)) for name, row in sorted(PROTECTED.items()) if name in EXISTING]
    public = [reverse(name, kwargs=where) for name, where in sorted(PUBLIC.items()) if name in EXISTING]
    return [url for url in (*own, *public) if client.options(url).headers.get("Allow") == "POST"]


def test_every_one_of_them_says_what_happened_and_leads_on(world: World, owner: Client) -> None:
    found = only_forms(world, owner)
    assert len(found) > 20
    for url in found:
        answer = owner.get(url, headers=BROWSER)
        page = answer.content.decode()
        assert (answer.status_code, answer.headers["Allow"], TITLE in page) == (405, "POST", True), url
        assert 'class="btn btn-primary" href="/workspaces/"' in page
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_a_visitor_reads_it_in_their_language_and_goes_home(language: str, client: Client, db: None) -> None:
    page = client.get("/check/erase/", headers={**BROWSER, "Accept-Language": language}).content.decode()
    with override(language):
        assert f'lang="{language}"' in page and gettext(TITLE) in page
    assert 'class="btn btn-primary" href="/"' in page


@pytest.mark.parametrize("persona", ["owner", "stranger"])
def test_it_tells_nothing_of_what_is_behind_the_address(
    persona: str, world: World, request: pytest.FixtureRequest
) -> None:
    """What exists, what is somebody else’s and what exists nowhere answer with the same page."""
    client: Client = request.getfixturevalue(persona)
    somewhere, nowhere = world.company.code, uuid.uuid4()
    seen = {}
    for code in (somewhere, nowhere):
        answer = client.get(f"/companies/{code}/restore/", headers=BROWSER)
        seen[code] = (answer.status_code, answer.content.decode().replace(str(code), ""))
    assert seen[somewhere][0] == 405
    assert without_token(seen[somewhere][1]) == without_token(seen[nowhere][1])


def without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "application/json"},
        {"Accept": "*/*"},
        {"Accept": "text/html", "Sec-Fetch-Mode": "cors"},
        {"Accept": "text/html", "Sec-Fetch-Mode": "same-origin"},
    ],
)
def test_scripts_are_answered_as_before(headers: dict[str, str], client: Client, db: None) -> None:
    answer = client.get("/check/erase/", headers=headers)
    assert (answer.status_code, answer.headers["Allow"], answer.content) == (405, "POST", b"")


def test_other_methods_are_answered_as_before(client: Client, db: None) -> None:
    for answer in (client.head("/check/erase/", headers=BROWSER), client.put("/check/erase/", headers=BROWSER)):
        assert (answer.status_code, answer.headers["Allow"], answer.content) == (405, "POST", b"")
    assert client.post("/help/", headers=BROWSER).content == b""


def test_after_signing_in_on_the_way_to_such_an_address(world: World, client: Client) -> None:
    """Signed out, one is asked to sign in first, and comes back to this page."""
    url = f"/companies/{world.company.code}/restore/"
    door = client.get(url, headers=BROWSER)
    assert door.status_code == 302 and door.headers["Location"].startswith("/accounts/login/")
    client.force_login(world.owner)
    assert TITLE in client.get(url, headers=BROWSER).content.decode()
