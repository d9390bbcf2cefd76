"""Language and colours."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.personas import World


@pytest.mark.django_db
def test_the_language_is_kept_and_the_page_too(client: Client) -> None:
    answer = client.get("/language/zh-hant/?next=/help/%3Fa%3D1")
    assert answer.headers["Location"] == "/help/?a=1"
    assert '<html lang="zh-hant"' in client.get("/help/").content.decode()


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "", "\\\\evil"])
@pytest.mark.django_db
def test_no_link_leads_elsewhere(target: str, client: Client) -> None:
    for path in ("/language/en/", "/theme/dark/"):
        assert client.get(path, {"next": target}).headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/language/fr/", "/theme/pink/"])
@pytest.mark.django_db
def test_what_there_is_not(path: str, client: Client) -> None:
    assert client.get(path).status_code == 404


def test_with_an_account_the_language_follows_to_other_devices(world: World, owner: Client) -> None:
    owner.get("/language/zh-hans/")
    world.owner.refresh_from_db()
    assert world.owner.language == "zh-hans"


@pytest.mark.parametrize(("chosen", "shown"), [("dark", "dark"), ("light", "light"), ("pink", "auto"), (None, "auto")])
@pytest.mark.django_db
def test_colours_are_in_the_page_as_it_comes(chosen: str | None, shown: str, client: Client) -> None:
    if chosen:
        client.cookies["theme"] = chosen
    assert f'data-bs-theme="{shown}"' in client.get("/").content.decode()


@pytest.mark.django_db
def test_the_theme_is_kept(client: Client) -> None:
    client.get("/theme/dark/?next=/help/")
    assert 'data-bs-theme="dark"' in client.get("/help/").content.decode()
