"""A form that is sent by a double click where no script prevents it: what it makes is made once, and the page comes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from assessments.actions.companies import add_company
from assessments.models import (
    Assessment,
    Company,
    Invitation,
    Journey,
    PlanItem,
    Respondent,
    ShareLink,
    Survey,
)
from tests.personas import World

TOKEN = re.compile('name="csrfmiddlewaretoken" value="(\\w+)"')
NAMED = {"title": "Twice", "name": "Twice"}
FULL = {"held_on": "2026-11-02", "practice_set": "full", "names": "named", "minimum_group": "5", "group": "managers"}
PERSON = {"group": "leaders", "language": "en", "part": "all"}
Form = tuple[str, dict[str, str], Any]
FORMS: dict[str, Form] = {
    "company": ("/workspaces/{w}/companies/new/", NAMED, Company),
    "assessment": ("/companies/{c}/assessments/new/", NAMED | FULL, Assessment),
    "respondent": (
        "/assessments/{a}/respondents/add/",
        NAMED | PERSON,
        Respondent,
    ),
    "share link": ("/assessments/{a}/share/new/", NAMED | {"language": "en", "expires_on": ""}, ShareLink),
    "item of the plan": ("/companies/{c}/plan/new/", NAMED | {"lane": "now"}, PlanItem),
    "survey": ("/companies/{c}/surveys/new/", NAMED | {"ask": "nps"}, Survey),
    "journey": ("/companies/{c}/journeys/new/", NAMED | {"start": "blank"}, Journey),
    "invitation": ("/workspaces/{w}/people/invite/", {"role": "viewer", "language": "en"}, Invitation),
    "invitation to a company": ("/companies/{c}/people/invite/", {"role": "viewer", "language": "en"}, Invitation),
}


@pytest.fixture
def shown(world: World, owner: Client) -> Callable[[str], Form]:
    """A form as its page shows it: where it is sent to, what stands in it, what it makes."""
    cache.clear()

    def of(name: str) -> Form:
        url, said, makes = FORMS[name]
        url = url.format(w=world.workspace.code, c=world.company.code, a=world.assessment.code)
        found = TOKEN.search(owner.get(url).content.decode())
        assert found is not None
        return url, {**said, "csrfmiddlewaretoken": found[1]}, makes

    return of


@pytest.mark.parametrize("name", FORMS)
def test_what_it_makes_is_made_once(name: str, shown: Callable[[str], Form], owner: Client) -> None:
    url, said, makes = shown(name)
    before = makes.objects.count()
    first, second = owner.post(url, said), owner.post(url, said)
    assert first.status_code == 302, first.content.decode()[-3000:]
    assert makes.objects.count() == before + 1
    assert (second.status_code, second.headers["Location"]) == (302, first.headers["Location"])
    # The page opened again is another form: the same may be wanted twice.
    _url, again, _makes = shown(name)
    owner.post(url, again)
    assert makes.objects.count() == before + 2


def test_a_form_that_was_refused_is_no_form_that_made_something(shown: Callable[[str], Form], owner: Client) -> None:
    url, said, _makes = shown("company")
    assert owner.post(url, {**said, "name": " "}).status_code == 200
    assert owner.post(url, {**said, "name": " "}).status_code == 200
    assert owner.post(url, said).status_code == 302


def test_each_person_sends_for_themselves(shown: Callable[[str], Form], owner: Client, consultant: Client) -> None:
    url, said, makes = shown("company")
    before = makes.objects.count()
    owner.post(url, said)
    consultant.post(url, said)
    assert makes.objects.count() == before + 2


@pytest.mark.django_db(transaction=True)
def test_the_second_waits_for_the_first(
    world: World, shown: Callable[[str], Form], owner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second click comes while the first is at work."""
    url, said, makes = shown("company")
    begun = Event()

    def slowly(**wanted: Any) -> Company:
        begun.set()
        time.sleep(0.3)
        return add_company(**wanted)

    def second() -> str:
        begun.wait()
        try:
            return str(owner.post(url, said).headers["Location"])
        finally:
            connection.close()

    monkeypatch.setattr("assessments.views.companies.add_company", slowly)
    with ThreadPoolExecutor(1) as pool:
        later = pool.submit(second)
        first = owner.post(url, said).headers["Location"]
        assert later.result() == first
    assert makes.objects.filter(name="Twice").count() == 1
