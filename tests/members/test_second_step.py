"""A second step at sign-in: the code of an app, recovery codes; and the devices one is signed in on."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client

from assessments.accounts.devices import device_of
from assessments.models import User
from tests.personas import PASSWORD, World

LOGIN = {"login": "owner@example.com", "password": PASSWORD}


@pytest.fixture(autouse=True)
def _no_counts_from_other_tests(db: None) -> None:
    cache.clear()


def code_of(secret: str) -> str:
    """What an app shows for this key now (RFC 6238)."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def signed_in(user: User) -> Client:
    client = Client()
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def add_app(client: Client) -> tuple[str, list[str]]:
    """Add the app as its owner does; the key, and the recovery codes that come with it."""
    page = client.get("/accounts/sign-in/app/add/").content.decode()
    found = re.search(r'cx-secret">([A-Z2-7=]+)<', page)
    assert found, page
    answer = client.post("/accounts/sign-in/app/add/", {"code": code_of(found.group(1))}, follow=True)
    codes = re.findall(r"<code>(\d+)</code>", answer.content.decode())
    return found.group(1), codes


def test_without_it_the_page_says_what_is_at_risk(world: World) -> None:
    page = signed_in(world.owner).get("/accounts/sign-in/").content.decode()
    assert "Whoever has your password can sign in: add a second step." in page


def test_the_password_alone_opens_nothing_any_more(world: World, client: Client) -> None:
    own = signed_in(world.owner)
    secret, codes = add_app(own)
    assert len(codes) == 10
    assert "a stolen password opens nothing" in own.get("/accounts/sign-in/").content.decode()
    answer = client.post("/accounts/login/", LOGIN)
    assert answer.headers["Location"] == "/accounts/sign-in/code/"
    assert client.get("/workspaces/").headers["Location"].startswith("/accounts/login/")
    cache.clear()  # the app shows each code once in half a minute; here it was used a moment ago
    page = client.post("/accounts/sign-in/code/", {"code": "000000"}).content.decode()
    assert "This code is not right" in page and "Not signed in yet" in page and "Not saved" not in page
    assert client.post("/accounts/sign-in/code/", {"code": code_of(secret)}).headers["Location"] == "/workspaces/"
    assert client.get("/workspaces/", follow=True).status_code == 200


def test_a_recovery_code_serves_once(world: World) -> None:
    _secret, codes = add_app(signed_in(world.owner))
    for attempt, lands in (("first", "/workspaces/"), ("again", None)):
        client = Client()
        client.post("/accounts/login/", LOGIN)
        answer = client.post("/accounts/sign-in/code/", {"code": codes[0]})
        assert answer.headers.get("Location") == lands, attempt


def test_guessing_is_stopped(world: World) -> None:
    add_app(signed_in(world.owner))
    client = Client()
    client.post("/accounts/login/", LOGIN)
    pages = [client.post("/accounts/sign-in/code/", {"code": f"{n:06d}"}).content.decode() for n in range(12)]
    assert "Too many attempts" in pages[-1]


def test_an_address_that_is_not_confirmed_gets_no_second_step(world: World) -> None:
    """Else somebody could take an address that is not theirs, and lock its owner out for good."""
    own = signed_in(world.owner)
    EmailAddress.objects.update(verified=False)
    page = own.get("/accounts/sign-in/app/add/", follow=True).content.decode()
    assert "Confirm your e-mail address first" in page


def test_it_is_asked_for_the_password_before_anything_changes(world: World, owner: Client) -> None:
    for path in ("app/add", "passkeys/add", "recovery-codes/new"):
        answer = owner.get(f"/accounts/sign-in/{path}/")
        assert answer.headers["Location"].startswith("/accounts/reauthenticate/"), path


def test_removing_it_is_possible_and_a_letter_says_so(world: World) -> None:
    own = signed_in(world.owner)
    add_app(own)
    page = own.post("/accounts/sign-in/app/remove/", follow=True).content.decode()
    assert "The authenticator app is removed." in page
    assert mail.outbox[-1].subject == "CX Maturity: Authenticator app removed"
    assert Client().post("/accounts/login/", LOGIN).headers["Location"] == "/workspaces/"


@pytest.mark.parametrize(
    "path",
    ["", "app/add/", "app/remove/", "recovery-codes/", "recovery-codes/new/", "passkeys/", "passkeys/add/",
     "code/again/", "passkeys/again/", "sessions/", "organisation/"],
)  # fmt: skip
def test_every_page_is_ours(path: str, world: World) -> None:
    own = signed_in(world.owner)
    add_app(own)
    answer = own.get(f"/accounts/sign-in/{path}", follow=True)
    assert answer.status_code == 200
    assert "css/theme.css" in answer.content.decode()


def test_recovery_codes_are_kept_in_no_cache(world: World) -> None:
    own = signed_in(world.owner)
    add_app(own)
    for path in ("", "file/"):
        assert "no-store" in own.get(f"/accounts/sign-in/recovery-codes/{path}").headers["Cache-Control"]


def devices(world: World, *names: str) -> list[Client]:
    found = []
    for name in names:
        client: Any = Client(headers={"user-agent": name})
        client.post("/accounts/login/", LOGIN)
        found.append(client)
    return found


def test_devices_are_listed_and_one_is_signed_out(world: World, stranger: Client) -> None:
    here, there = devices(world, "Mozilla/5.0 (X11; Linux) Firefox/140", "Mozilla/5.0 (iPhone) Safari/605")
    page = here.get("/accounts/sign-in/sessions/").content.decode()
    assert "You are signed in on 2 devices." in page
    assert page.index("Firefox, Linux") < page.index("Safari, iPhone")
    (other,) = re.findall(r'name="session" value="(\d+)"', page)
    stranger.post("/accounts/sign-in/sessions/end/", {"session": other})
    assert there.get("/accounts/email/").status_code == 200
    here.post("/accounts/sign-in/sessions/end/", {"session": other})
    assert there.get("/accounts/email/").status_code == 302
    assert here.get("/accounts/email/").status_code == 200


def test_signing_out_everywhere_else(world: World) -> None:
    here, *others = devices(world, "one", "two", "three")
    page = here.post("/accounts/sign-in/sessions/", follow=True).content.decode()
    assert "You are signed out everywhere else." in page
    assert "You are signed in on 1 device." in page
    assert [each.get("/accounts/email/").status_code for each in (here, *others)] == [200, 302, 302]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18 Safari/605.1.15", "Safari, Mac"),
        ("curl/8", "Unknown device"),
        ("", "Unknown device"),
    ],
)
def test_devices_have_names_people_know(said: str, known: str) -> None:
    assert device_of(said) == known


NO_JSON = ("9" * 5000, "[" * 100_000, '{"a":' * 100_000, "{", "NaN", "")


@pytest.mark.parametrize("sent", NO_JSON, ids=("digits", "lists", "objects", "open", "NaN", "nothing"))
def test_what_no_passkey_says_is_refused_wherever_one_may_be_used(world: World, sent: str) -> None:
    nobody, owner = Client(), signed_in(world.owner)
    add_app(owner)
    half = Client()
    half.post("/accounts/login/", LOGIN)  # the second step is asked for now
    for client, path in (
        (nobody, "passkeys/use/"),
        (half, "code/"),
        (owner, "passkeys/again/"),
        (owner, "passkeys/add/"),
    ):
        answer = client.post(f"/accounts/sign-in/{path}", {"credential": sent}, follow=True)
        assert answer.status_code == 200, path
    assert "_auth_user_id" not in nobody.session and "_auth_user_id" not in half.session
