"""Sign-in by OpenID Connect, with a real provider on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from environs import Env

from assessments.models import Membership, User
from cxmaturity.openid import openid, openid_apps
from tests.personas import PASSWORD, World

SECRET = "a-secret-of-thirty-two-letters-or-more"
GIVEN = {"OIDC_NAME": "Northstar ID", "OIDC_CLIENT_ID": "cx", "OIDC_CLIENT_SECRET": SECRET}
PERSON = {"sub": "42", "name": "Lin Mei", "email": "Mei@example.com", "email_verified": True}
START = "/accounts/oidc/organisation/login/"


class Provider(ThreadingHTTPServer):
    """Discovery, token and userinfo; `person` is who signs in there, `asked` what the app sent for the token."""

    person: dict[str, Any]
    asked: dict[str, list[str]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        if self.path == "/.well-known/openid-configuration":
            places = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
            endpoints = {f"{name}_endpoint": f"{self.server.url}/{path}" for name, path in places.items()}
            self.say({"issuer": self.server.url, "jwks_uri": f"{self.server.url}/keys", **endpoints})
        elif self.path == "/userinfo" and self.headers["Authorization"] == "Bearer opens-it":
            self.say(self.server.person)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        self.server.asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        now = int(time.time())
        claims = {"iss": self.server.url, "aud": "cx", "iat": now, "exp": now + 60, **self.server.person}
        token = jwt.encode(claims, GIVEN["OIDC_CLIENT_SECRET"], algorithm="HS256")
        self.say({"access_token": "opens-it", "token_type": "Bearer", "id_token": token})

    def say(self, what: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(what).encode())

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def provider(settings: Any, db: None) -> Iterator[Provider]:
    server = Provider(("127.0.0.1", 0), Answers)
    server.person = dict(PERSON)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)  # how soon it sees its end
    thread.start()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": openid_apps({**GIVEN, "OIDC_ISSUER": server.url})}}
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def sign_in(client: Client, provider: Provider, query: str = "") -> Any:
    """From the button to the provider and back."""
    away = client.post(START + query).headers["Location"]
    assert away.startswith(f"{provider.url}/authorize?")
    asked = parse_qs(urlsplit(away).query)
    assert asked["redirect_uri"] == [f"http://testserver{START}callback/"]
    return client.get(f"{START}callback/", {"code": "c", "state": asked["state"][0]}, follow=True)


def test_the_button_stands_on_the_page_with_its_name(provider: Provider, client: Client) -> None:
    assert "Sign in with Northstar ID" in client.get("/accounts/login/").content.decode()


def test_without_it_there_is_no_button(db: None, client: Client) -> None:
    assert "/oidc/" not in client.get("/accounts/login/").content.decode()
    assert client.post(START).status_code == 404


def test_a_new_person_gets_an_account_and_a_workspace(provider: Provider, client: Client) -> None:
    page = sign_in(client, provider)
    assert page.status_code == 200
    user = User.objects.get()
    assert (user.email, user.name, user.has_usable_password()) == ("mei@example.com", "Lin Mei", False)
    assert Membership.objects.get(user=user).workspace.name == "Lin Mei’s workspace"
    assert EmailAddress.objects.get().verified
    assert "code_verifier" in provider.asked


def test_the_second_time_it_is_the_same_person(provider: Provider, client: Client) -> None:
    sign_in(client, provider)
    again = Client()
    sign_in(again, provider)
    assert again.get("/accounts/email/").status_code == 200
    assert User.objects.count() == 1


def test_an_account_with_this_address_is_not_given_away(provider: Provider, world: World, client: Client) -> None:
    provider.person["email"] = "owner@example.com"
    page = sign_in(client, provider).content.decode()
    assert "Almost there" in page and 'value="Lin Mei"' in page
    assert "Sign in to it, then connect it with Northstar ID" in page
    assert client.get("/accounts/email/").status_code == 302
    page = client.post("/accounts/sign-in/organisation/signup/", {"name": "X", "email": "owner@example.com"})
    assert "There is an account with this e-mail address." in page.content.decode()
    assert User.objects.filter(email="owner@example.com").count() == 1


def test_an_account_is_connected_by_who_is_signed_in(provider: Provider, world: World) -> None:
    own = Client()
    own.post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
    own.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = sign_in(own, provider, "?process=connect").content.decode()
    assert "You can sign in with the account of your organisation." in page
    later = Client()
    sign_in(later, provider)
    assert "owner@example.com" in later.get("/accounts/email/").content.decode()


def test_where_the_operator_trusts_it_the_address_is_enough(
    provider: Provider, world: World, client: Client, settings: Any
) -> None:
    settings.SOCIALACCOUNT_EMAIL_AUTHENTICATION = settings.SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
    EmailAddress.objects.create(user=world.owner, email="owner@example.com", verified=True, primary=True)
    provider.person["email"] = "owner@example.com"
    sign_in(client, provider)
    assert "owner@example.com" in client.get("/accounts/email/").content.decode()
    # An address the provider has not confirmed opens nothing.
    provider.person.update(sub="43", email="viewer@example.com", email_verified=False)
    other = Client()
    sign_in(other, provider)
    assert other.get("/accounts/email/").status_code == 302


def test_a_provider_that_fails_is_said_to(provider: Provider, client: Client) -> None:
    provider.person.clear()
    page = client.get(f"{START}callback/", {"error": "access_denied", "state": "x"}, follow=True)
    assert page.status_code == 401
    assert "did not answer as it should" in page.content.decode()


@pytest.mark.parametrize("path", ["", "/no/such/realm"])
def test_a_provider_that_is_not_there_is_said_not_to_answer(
    path: str, provider: Provider, client: Client, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Down, or another address than its own: nobody is told that something went wrong on our side."""
    where = f"{provider.url}{path}" if path else "http://127.0.0.1:9"
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": openid_apps({**GIVEN, "OIDC_ISSUER": where})}}
    page = client.post(START)
    assert page.status_code == 401
    assert "did not answer as it should" in page.content.decode()
    assert where.removeprefix("http://127.0.0.1:").split("/")[0] in caplog.text  # for whoever runs the server


def test_without_an_address_nobody_is_said_to_have_it(provider: Provider, client: Client) -> None:
    del provider.person["email"]
    page = sign_in(client, provider).content.decode()
    assert "Almost there" in page and 'role="alert"' not in page


@pytest.mark.parametrize("missing", ["OIDC_NAME", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
def test_half_of_the_settings_stop_the_start(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**GIVEN, "OIDC_ISSUER": "https://id.example.com"}.items():
        monkeypatch.setenv(name, "" if name == missing else value)
    with pytest.raises(ImproperlyConfigured, match=f"lacks {missing}: give all four"):
        openid(Env())


def test_an_issuer_is_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**GIVEN, "OIDC_ISSUER": "id.example.com"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match="OIDC_ISSUER must be an address"):
        openid(Env())
    monkeypatch.setenv("OIDC_ISSUER", "https://id.example.com/realms/staff")
    assert openid(Env())["origin"] == "https://id.example.com"
    assert openid_apps({}) == []
