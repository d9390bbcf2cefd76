"""The pages one sees when something is wrong: ours, readable, and standing on nothing that may be broken."""

from __future__ import annotations

import logging.config
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.views import defaults

from tests.personas import World


@pytest.mark.django_db
def test_missing(client: Client) -> None:
    answer = client.get("/nothing/here/")
    assert answer.status_code == 404
    assert "There is no such page, or it is not yours to see" in answer.content.decode()


def test_forbidden_says_why(world: World, viewer: Client) -> None:
    answer = viewer.get(f"/companies/{world.company.code}/edit/")
    assert answer.status_code == 403
    assert "You may look here, but not change anything." in answer.content.decode()


def test_who_wants_to_see_the_trail_is_not_told_to_look(world: World, viewer: Client) -> None:
    """What is for owners is said to be: this person did not want to change anything."""
    answer = viewer.get(f"/workspaces/{world.workspace.code}/audit/")
    assert answer.status_code == 403
    assert "Only an owner of the workspace may do this." in answer.content.decode()


def test_a_page_that_cannot_be_shown_leads_on(world: World, viewer: Client) -> None:
    for path in (f"/companies/{world.company.code}/edit/", "/nothing/here/"):
        page = viewer.get(path).content.decode()
        assert '<a class="btn btn-primary" href="/workspaces/">Go to your workspaces</a>' in page
    main = Client().get("/nothing/here/").content.decode().split("<main")[1]
    assert 'href="/">Go to the first page</a>' in main and 'href="/accounts/login/">Sign in</a>' in main


def test_an_old_form_is_refused_kindly(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/accounts/login/", {"login": "owner@example.com"})
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()


def test_our_own_fault_needs_no_database(rf: RequestFactory, django_assert_num_queries: Any, db: None) -> None:
    with django_assert_num_queries(0):
        answer = defaults.server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "What you saved is kept." in answer.content.decode()


def test_unreadable(rf: RequestFactory) -> None:
    answer = defaults.bad_request(rf.get("/"), Exception())
    assert answer.status_code == 400
    assert "The server could not read this request" in answer.content.decode()


@pytest.mark.parametrize("charset", ["utf-7", "utf-16", "big5"])
def test_a_form_in_a_charset_that_forms_are_not_sent_in(db: None, charset: str) -> None:
    """The page that says so must not read the form again."""
    client = Client(enforce_csrf_checks=True)
    client.get("/accounts/login/")  # for the cookie
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    answer = client.post("/accounts/login/", "login=a", content_type=kind)
    assert answer.status_code == 400
    assert "The server could not read this request" in answer.content.decode()


def test_what_a_visitor_asked_wrongly_is_one_line_of_the_log(db: None, caplog: pytest.LogCaptureFixture) -> None:
    """Robots ask with every host: a traceback for each would bury those of our own faults."""
    formatter = logging.config.DictConfigurator(settings.LOGGING).configure_formatter(
        settings.LOGGING["formatters"]["line"]
    )
    answer = Client().get("/help/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400 and "The server could not read this request" in answer.content.decode()
    (line,) = [formatter.format(each) for each in caplog.records]
    assert "elsewhere.example" in line and "\n" not in line
    try:
        raise ValueError("ours")
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: /", extra={"status_code": 500})
    assert "Traceback" in formatter.format(caplog.records[-1])


def test_too_many_requests_says_wait(world: World, client: Client) -> None:
    asked = {"email": "owner@example.com"}
    answers = [client.post("/accounts/password/reset/", asked) for _each in range(30)]
    assert answers[-1].status_code == 429
    assert "Wait a few minutes" in answers[-1].content.decode()
    cache.clear()
