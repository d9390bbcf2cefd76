"""The data of a session is read anew for everybody, and only where it bears our signature."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from assessments.accounts.sessions import OFTEN, SessionStore

pytestmark = pytest.mark.django_db

KEPT = {"answers": {"l1-searchable-help": {"stage": 2, "note": "雙語 – “both”"}}, "list": [1, None]}


def stored(**said: Any) -> str:
    session = SessionStore()
    session.update(said)
    session.save()
    return str(session.session_key)


def read(key: str) -> dict[str, Any]:
    return dict(SessionStore(key).items())


@pytest.mark.parametrize("note", ["", "n" * OFTEN], ids=["short", "long"])
def test_what_one_request_does_with_it_the_next_does_not_see(note: str) -> None:
    key = stored(**KEPT, note=note)
    first = SessionStore(key)
    assert dict(first.items()) == {**KEPT, "note": note}
    first["answers"]["l1-searchable-help"]["stage"] = 4
    first["list"].append(2)
    assert read(key) == {**KEPT, "note": note}
    first.save()
    assert read(key)["list"] == [1, None, 2]


@pytest.mark.parametrize("times_read", [0, 2])
def test_data_without_our_signature_is_no_session(times_read: int, settings, caplog) -> None:
    key = stored(**KEPT)
    for _time in range(times_read):
        assert read(key) == KEPT
    row = Session.objects.get(pk=key)
    forged = row.session_data.replace(row.session_data[:3], "abc", 1)
    Session.objects.filter(pk=key).update(session_data=forged)
    with caplog.at_level(logging.WARNING, "django.security.SuspiciousSession"):
        assert read(key) == read(key) == {}
    assert "corrupted" in caplog.text
    Session.objects.filter(pk=key).update(session_data=row.session_data)
    assert read(key) == KEPT
    settings.SECRET_KEY = "another-one-of-another-installation-000000000000000000"
    assert read(key) == {}


# As they stand in the header: signs of other kinds are told by their numbers.
@pytest.mark.parametrize("key", [r'"abc\000defghijk"', "abcdefgh'ijk", '"' + r"\351" * 12 + '"'])
def test_a_cookie_that_we_never_made_is_no_session(client: Client, key: str) -> None:
    sent = {"Cookie": f"sessionid={key}"}
    assert client.get("/workspaces/", headers=sent).status_code == 302
    assert client.get("/", headers=sent).status_code == 200


def test_the_salt_belongs_to_it() -> None:
    class Other(SessionStore):
        """The same data under another name."""

    key = stored(**KEPT)
    assert read(key) == KEPT
    assert dict(Other(key).items()) == {}
