"""Every address × every persona. An address that is not in a table here fails the first test: decide, then add it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.personas import World

OK, MOVED, DENIED, MISSING, WRONG_METHOD, CONFLICT = 200, 302, 403, 404, 405, 409
Where = Callable[[World], dict[str, object]]

# Anyone may see these; the value says how to fill in the address.
NOTHING: dict[str, object] = {}
PUBLIC: dict[str, dict[str, object]] = {
    "home": NOTHING,
    "model": NOTHING,
    "method": NOTHING,
    "privacy": NOTHING,
    "accessibility": NOTHING,
    "help": NOTHING,
    "check": NOTHING,
    "sample_report": NOTHING,
    "check_report": NOTHING,
    "check_keep": NOTHING,
    "check_erase": NOTHING,
    "check_question": {"practice": "l1-accurate-facts"},
    "check_number": {"key": "l1"},
    "check_file": {"kind": "json"},
    "sample_number": {"key": "l1"},
    "sample_file": {"kind": "json"},
    "language": {"code": "en"},
    "theme": {"name": "dark"},
    "account_login": NOTHING,
    "account_logout": NOTHING,
    "account_signup": NOTHING,
    "account_inactive": NOTHING,
    "account_reset_password": NOTHING,
    "account_reset_password_done": NOTHING,
    "account_reset_password_from_key_done": NOTHING,
    "account_email_verification_sent": NOTHING,
    "account_confirm_email": {"key": "nothing"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "nothing"},
}

# A person’s own pages: everyone with an account, about themselves only.
OWN = {"workspaces", "account_email", "account_change_password", "account_set_password", "account_reauthenticate"}


def of_workspace(world: World) -> dict[str, object]:
    return {"code": world.workspace.code}


def of_company(world: World) -> dict[str, object]:
    return {"code": world.company.code}


def of_assessment(world: World) -> dict[str, object]:
    return {"code": world.assessment.code}


def of_practice(world: World) -> dict[str, object]:
    return {"code": world.assessment.code, "practice": "l1-accurate-facts"}


class Row(NamedTuple):
    """Where the address leads, and whether a viewer may open it. Writing is for owners and consultants, always."""

    where: Where
    viewer_may_look: bool = True


PROTECTED = {
    "workspace": Row(of_workspace),
    "company_new": Row(of_workspace, viewer_may_look=False),
    "company": Row(of_company),
    "company_edit": Row(of_company, viewer_may_look=False),
    "assessment_new": Row(of_company, viewer_may_look=False),
    "assessment": Row(of_assessment),
    "assessment_edit": Row(of_assessment, viewer_may_look=False),
    "assessment_grow": Row(of_assessment, viewer_may_look=False),
    "answer_next": Row(of_assessment, viewer_may_look=False),
    "question": Row(of_practice, viewer_may_look=False),
    "red_flags": Row(of_assessment),
    "targets": Row(of_assessment),
    "upload": Row(of_assessment, viewer_may_look=False),
    "upload_confirm": Row(of_assessment, viewer_may_look=False),
    "report": Row(of_assessment),
    "questionnaire": Row(lambda world: {**of_assessment(world), "kind": "json"}),
    "report_file": Row(lambda world: {**of_assessment(world), "kind": "json"}),
    "report_number": Row(lambda world: {**of_assessment(world), "key": "l1"}),
}


def names(resolver: URLResolver | None = None) -> Iterator[str]:
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from names(each)
        elif isinstance(each, URLPattern):
            yield each.name or str(each.pattern)


EXISTING = set(names())


def test_every_address_is_in_a_table() -> None:
    assert set(PUBLIC) | OWN | set(PROTECTED) >= EXISTING


@pytest.mark.parametrize("name", sorted(EXISTING & set(PUBLIC)))
def test_public_pages_ask_nobody_to_sign_in(name: str, anonymous: Client) -> None:
    answer = anonymous.get(reverse(name, kwargs=PUBLIC[name]))
    assert answer.status_code in (OK, MOVED, WRONG_METHOD, MISSING)
    assert not answer.headers.get("Location", "").startswith("/accounts/login/") or name.startswith("account_")


@pytest.mark.parametrize("name", sorted(OWN))
def test_own_pages_send_anonymous_to_sign_in(name: str, anonymous: Client) -> None:
    for answer in (anonymous.get(reverse(name)), anonymous.post(reverse(name))):
        assert answer.status_code == MOVED
        assert answer.headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", sorted(EXISTING & set(PROTECTED)))
class TestProtected:
    def url(self, name: str, world: World) -> str:
        return reverse(name, kwargs=PROTECTED[name].where(world))

    def test_anonymous_is_sent_to_sign_in(self, name: str, world: World, anonymous: Client) -> None:
        for answer in (anonymous.get(self.url(name, world)), anonymous.post(self.url(name, world))):
            assert answer.status_code == MOVED
            assert answer.headers["Location"].startswith("/accounts/login/")

    def test_for_strangers_it_does_not_exist(self, name: str, world: World, stranger: Client) -> None:
        assert stranger.get(self.url(name, world)).status_code in (MISSING, WRONG_METHOD)
        assert stranger.post(self.url(name, world)).status_code in (MISSING, WRONG_METHOD)

    def test_strangers_learn_nothing_from_the_answer(self, name: str, world: World, stranger: Client) -> None:
        """What exists elsewhere and what exists nowhere look the same."""
        nowhere = reverse(name, kwargs={**PROTECTED[name].where(world), "code": uuid.uuid4()})
        real, unreal = stranger.get(self.url(name, world)), stranger.get(nowhere)
        assert real.status_code == unreal.status_code
        assert world.company.name not in real.content.decode()

    def test_viewers_look_but_do_not_touch(self, name: str, world: World, viewer: Client) -> None:
        looked = viewer.get(self.url(name, world)).status_code
        assert looked in ((OK, MOVED) if PROTECTED[name].viewer_may_look else (DENIED, WRONG_METHOD))
        assert viewer.post(self.url(name, world)).status_code in (DENIED, WRONG_METHOD)

    @pytest.mark.parametrize("persona", ["owner", "consultant"])
    def test_owner_and_consultant_may(
        self, name: str, persona: str, world: World, browser_of: dict[str, Client]
    ) -> None:
        assert browser_of[persona].get(self.url(name, world)).status_code in (OK, MOVED, WRONG_METHOD)
