"""Every address × every persona. One that is in no table of tests/addresses.py fails: decide, then add it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from assessments.actions.journeys import start_journey
from assessments.journey.templates import template
from tests.addresses import KEYS, OWN, PROTECTED, PUBLIC, Row
from tests.personas import Browsers, Inside, World

OK, MOVED, DENIED, MISSING, WRONG_METHOD, CONFLICT = 200, 302, 403, 404, 405, 409


def names(resolver: URLResolver | None = None) -> Iterator[str]:
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from names(each)
        elif isinstance(each, URLPattern):
            yield each.name or str(each.pattern)


EXISTING = set(names())


def test_every_address_is_in_a_table() -> None:
    assert set(PUBLIC) | OWN | set(PROTECTED) >= EXISTING


Judged = Iterator[tuple[str, HttpResponse, bool]]  # a request in words, its answer, and whether it is right


def check(judged: Judged) -> None:
    """Fails with every answer that is not right, not with the first one only."""
    assert [f"{request}: {answer.status_code}" for request, answer, right in judged if not right] == []


def each_protected(world: World) -> Iterator[tuple[str, Row, dict[str, object]]]:
    for name in sorted(EXISTING & set(PROTECTED)):
        yield name, PROTECTED[name], PROTECTED[name].where(world)


def test_public_pages_ask_nobody_to_sign_in(anonymous: Client) -> None:
    def judged() -> Judged:
        for name in sorted(EXISTING & set(PUBLIC)):
            answer = anonymous.get(reverse(name, kwargs=PUBLIC[name]))
            open_to_all = name.startswith(("account_", "mfa_", "socialaccount_")) or not to_sign_in(answer)
            yield name, answer, open_to_all and answer.status_code in (OK, MOVED, WRONG_METHOD, MISSING)

    check(judged())


def test_own_pages_send_anonymous_to_sign_in(anonymous: Client) -> None:
    urls = [reverse(name, kwargs=KEYS.get(name)) for name in sorted(OWN)]
    check((url, answer, to_sign_in(answer)) for url in urls for answer in (anonymous.get(url), anonymous.post(url)))


def test_anonymous_is_sent_to_sign_in(world: World, anonymous: Client) -> None:
    urls = [reverse(name, kwargs=where) for name, _row, where in each_protected(world)]
    check((url, answer, to_sign_in(answer)) for url in urls for answer in (anonymous.get(url), anonymous.post(url)))


def to_sign_in(answer: HttpResponse) -> bool:
    return answer.status_code == MOVED and answer.headers["Location"].startswith("/accounts/login/")


def test_for_strangers_it_does_not_exist(world: World, stranger: Client) -> None:
    """What exists elsewhere and what exists nowhere look the same."""

    def judged() -> Judged:
        for name, _row, where in each_protected(world):
            url, nowhere = reverse(name, kwargs=where), reverse(name, kwargs={**where, "code": uuid.uuid4()})
            looked, unreal = stranger.get(url), stranger.get(nowhere)
            for answer in (looked, stranger.post(url)):
                yield url, answer, answer.status_code in (MISSING, WRONG_METHOD)
            yield url, looked, looked.status_code == unreal.status_code
            yield f"{url} names the company", looked, world.company.name not in looked.content.decode()

    check(judged())


def test_viewers_look_but_do_not_touch(world: World, viewer: Client) -> None:
    def judged() -> Judged:
        for name, row, where in each_protected(world):
            looked, touched = (method(reverse(name, kwargs=where)) for method in (viewer.get, viewer.post))
            yield name, looked, looked.status_code in ((OK, MOVED) if row.viewer_may_look else (DENIED, WRONG_METHOD))
            yield f"POST {name}", touched, touched.status_code in (DENIED, WRONG_METHOD)

    check(judged())


@pytest.mark.parametrize("persona", ["owner", "consultant"])
def test_owner_and_consultant_may(persona: str, world: World, browser_of: Browsers) -> None:
    def judged() -> Judged:
        for name, row, where in each_protected(world):
            may = persona == "owner" or not row.owners_only
            answer = browser_of[persona].get(reverse(name, kwargs=where))
            yield name, answer, answer.status_code in ((OK, MOVED, WRONG_METHOD) if may else (DENIED, WRONG_METHOD))

    check(judged())


@pytest.mark.parametrize("persona", ["reader", "editor"])
def test_people_of_one_company_have_that_and_nothing_beside_it(
    persona: str, world: World, inside: Inside, request: pytest.FixtureRequest
) -> None:
    """Not the workspace, not its other companies, not what has the same name elsewhere."""
    client: Client = request.getfixturevalue(persona)
    beside = {
        world.company.code: (inside.other_company.code, inside.twin.code),
        world.assessment.code: (inside.other_assessment.code, inside.twin_assessment.code),
        world.workspace.code: (world.workspace.code, world.elsewhere.code),
    }
    map = template("service-case", "en")
    journeys = tuple(  # every other code here is that of a journey
        start_journey(user=world.owner, company=each, map=map).code for each in (inside.other_company, inside.twin)
    )

    def judged() -> Judged:
        for name, row, where in each_protected(world):
            for code in beside.get(where["code"], journeys):  # type: ignore[call-overload]
                url = reverse(name, kwargs={**where, "code": code})
                for answer in (client.get(url), client.post(url)):
                    yield url, answer, answer.status_code in (MISSING, WRONG_METHOD)
            if where["code"] != world.workspace.code:
                may = not row.owners_only and (row.viewer_may_look or persona == "editor")
                answer = client.get(reverse(name, kwargs=where))
                yield name, answer, answer.status_code in ((OK, MOVED, WRONG_METHOD) if may else (DENIED, WRONG_METHOD))
                page = b"".join(answer).decode(errors="replace")
                yield f"{name} leads up", answer, str(world.workspace.code) not in page

    check(judged())
