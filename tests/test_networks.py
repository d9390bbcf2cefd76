"""Where a request comes from, by what the proxies in front say: it locks nobody out and gives nobody more attempts."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from assessments.limits.networks import network_of
from tests.personas import PASSWORD, World

PROXY, CLIENT = "10.0.0.1", "203.0.113.7"
WITHIN = "/workspaces/"


@pytest.fixture(autouse=True)
def _no_counts_from_other_tests(db: None) -> None:
    cache.clear()


def sign_in(forwarded: str | None, password: str = PASSWORD) -> str:
    """Where somebody is led who signs in through our proxies, which have made this header of it, or what is said."""
    client = Client(REMOTE_ADDR=PROXY, **({} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}))
    answer = client.post("/accounts/login/", {"login": "owner@example.com", "password": password})
    return str(answer.headers["Location"]) if answer.status_code == 302 else answer.content.decode()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "known_as"),
    [
        (0, CLIENT, PROXY),  # nobody in front: the header is anybody’s
        (1, None, PROXY),
        (1, CLIENT, CLIENT),
        (1, f"198.51.100.9, {CLIENT}", CLIENT),
        (2, f"198.51.100.9, {CLIENT}, 10.0.0.2", CLIENT),
        (2, CLIENT, CLIENT),  # one proxy fewer than said
        (3, f"198.51.100.9, {CLIENT}", CLIENT),  # the first may be made up
        (2, f"{CLIENT},10.0.0.2", CLIENT),
        (1, "", PROXY),
        (1, "unknown", PROXY),
        (2, "unknown, 10.0.0.2", "10.0.0.2"),
        (2, f"{CLIENT}, , 10.0.0.2", "10.0.0.2"),  # an empty place is a place
        (2, ",", PROXY),
        (1, "999.1.1.1", PROXY),
        (1, "caf\xe9 \u0663", PROXY),
        (1, f"{CLIENT}:49152", CLIENT),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, "[2001:db8::7]", "2001:db8::7"),
        (1, "[2001:db8::7]:49152", "2001:db8::7"),
        (1, "fe80::7%eth0", "fe80::7"),
        (1, f"::ffff:{CLIENT}", CLIENT),
        (1, "[" * 5000, PROXY),
    ],
)
def test_one_signs_in_through_any_header(
    proxies: int, forwarded: str | None, known_as: str, world: World, settings: Any
) -> None:
    settings.PROXIES = proxies
    assert sign_in(forwarded) == WITHIN
    assert UserSession.objects.get().ip == known_as


@pytest.mark.parametrize(
    ("proxies", "before"), [(1, "198.51.{}.9, "), (3, "198.51.{}.9, "), (2, "192.0.2.1, 198.51.{}.9, 192.0.2.2, ")]
)
def test_no_made_up_beginning_of_the_header_makes_room_for_more_attempts(
    proxies: int, before: str, world: World, settings: Any
) -> None:
    """The client writes what it likes, and each proxy adds at the end whom it heard from."""
    settings.PROXIES = proxies
    end = f"{CLIENT}, 10.0.0.2" if proxies == 2 else CLIENT
    for number in range(5):
        assert "do not match" in sign_in(before.format(number) + end, "wrong")
    assert "Too many attempts" in sign_in(before.format(9) + end)
    assert sign_in("198.18.0.1, 10.0.0.2" if proxies == 2 else "198.18.0.1") == WITHIN


def test_ipv4_in_the_dress_of_ipv6_is_not_one_network_for_everybody(rf: Any) -> None:
    """As a server says it that listens on [::]."""
    networks = [network_of(rf.get("/", REMOTE_ADDR=f"::ffff:{each}")) for each in (CLIENT, "198.51.100.20")]
    assert networks == ["203.0.113.0/24", "198.51.100.0/24"]


def test_without_any_address_nobody_is_counted_as_somebody_else(rf: Any) -> None:
    assert network_of(rf.get("/", REMOTE_ADDR="")) == ""
