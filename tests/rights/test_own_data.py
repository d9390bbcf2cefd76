"""Everything about one person: for themselves, and for a respondent by the team."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.assessments import start_assessment
from assessments.models import Answer, Assessment, Respondent
from tests.personas import DAY, World
from tests.respondents.people import asked, collecting, let_in


def say(who: Respondent, note: str, practice: str = "l1-accurate-facts") -> None:
    now = timezone.now()
    Answer.objects.create(
        workspace=who.workspace, respondent=who, practice=practice, stage=3, note=note, chosen_at=now, saved_at=now
    )


def test_an_account_gets_all_of_its_own_and_nothing_of_others(world: World, owner: Client) -> None:
    say(world.respondent, "My own note")
    other = Respondent.objects.create(
        workspace=world.workspace, assessment=world.assessment, name="Ada", email="ada@example.com", group="leaders"
    )
    say(other, "A secret of Ada")
    data = json.loads(owner.get(reverse("my_data_json")).content)
    assert data["account"]["email"] == "owner@example.com"
    assert data["memberships"] == [
        {"workspace": "Northstar Advisory", "company": None, "role": "owner", "since": data["memberships"][0]["since"]}
    ]
    assert data["answered_in"][0]["answers"][0]["note"] == "My own note"
    assert {each["act"] for each in data["acts"]} >= {"workspace-opened", "assessment-started"}
    assert "Ada" not in json.dumps(data) and "password" not in json.dumps(data)


def test_the_zip_holds_both_and_the_page_shows_it(world: World, owner: Client) -> None:
    say(world.respondent, "<b>My own note</b>")
    with zipfile.ZipFile(io.BytesIO(owner.get(reverse("my_data_zip")).content)) as archive:
        assert set(archive.namelist()) == {"my-data.json", "my-data.html"}
        html = archive.read("my-data.html").decode()
    for page in (html, owner.get(reverse("my_data")).content.decode()):
        assert "&lt;b&gt;My own note&lt;/b&gt;" in page and "Started an assessment" in page


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_the_page_of_the_zip_stands_alone(language: str, world: World, owner: Client) -> None:
    """It is opened from a disk: it has its look within it, asks nobody for anything, runs nothing and folds nothing."""
    say(world.respondent, "</style><script>alert(1)</script><img src=//evil.example/x>")
    owner.cookies["django_language"] = language
    with zipfile.ZipFile(io.BytesIO(owner.get(reverse("my_data_zip")).content)) as archive:
        page = archive.read("my-data.html").decode()
    assert f'<html lang="{language}">' in page
    assert page.count("<style>") == page.count("</style>") == page.count("<h1>") == 1
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert not re.search(
        r"<(script|img|link|iframe)\b|\b(src|href|style|on\w+)=|url\(|@import", page.replace("&lt;img src=", "")
    )
    assert page.count("<details") == page.count("<details open") == 2


def test_who_answered_nowhere_is_not_told_of_nought_assessments(world: World, viewer: Client) -> None:
    page = viewer.get(reverse("my_data")).content.decode()
    assert re.search(r"You have not answered anywhere\.\s*</h1>", page) and "0 assessment" not in page


def test_answers_in_an_anonymous_assessment_are_ones_own_too(world: World, owner: Client) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=True)
    say(world.respondent, "Mine")
    assert "Mine" in owner.get(reverse("my_data_json")).content.decode()


def test_what_is_deleted_is_not_in_it(world: World, owner: Client) -> None:
    owner.post(reverse("company_delete", args=[world.company.code]), {"typed": "Harbour Retail"})
    assert json.loads(owner.get(reverse("my_data_json")).content)["answered_in"] == []


@pytest.mark.parametrize("rounds", [1, 3])
def test_queries(rounds: int, world: World, owner: Client, django_assert_num_queries: Any) -> None:
    """Session, user; five of the account, memberships, places, answers, acts, the dates of the account."""
    for _round in range(rounds - 1):
        start_assessment(
            user=world.owner, company=world.company, title="A", held_on=DAY, practice_set="full", group="leaders"
        )
    with django_assert_num_queries(11):
        owner.get(reverse("my_data"))


class TestRespondents:
    @pytest.fixture
    def ada(self, world: World) -> Respondent:
        ada = Respondent.objects.create(
            workspace=world.workspace, assessment=world.assessment, name="Ada", email="ada@example.com", group="leaders"
        )
        say(ada, "What Ada wrote")
        return ada

    def data(self, browser: Client, ada: Respondent) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            browser.get(reverse("respondent_data", args=[ada.assessment.code, ada.code])).content
        )
        return found

    def test_named_everything(self, ada: Respondent, consultant: Client) -> None:
        found = self.data(consultant, ada)
        assert found["person"]["email"] == "ada@example.com"
        assert found["answers"][0]["note"] == "What Ada wrote"

    def test_anonymous_never_an_answer_nor_a_time(self, ada: Respondent, owner: Client) -> None:
        Assessment.objects.filter(pk=ada.assessment.pk).update(anonymous=True)
        found = self.data(owner, ada)
        assert found["person"] == {"name": "Ada", "email": "ada@example.com", "language": "", "group": "leaders"}
        assert "answers" not in found and "passed_on" not in found
        assert "What Ada wrote" not in json.dumps(found)

    def test_an_erased_person_has_none(self, ada: Respondent, owner: Client) -> None:
        Respondent.objects.filter(pk=ada.pk).update(erased_at=timezone.now())
        url = reverse("respondent_data", args=[ada.assessment.code, ada.code])
        assert owner.get(url).status_code == 404


class TestByPersonalLink:
    def test_a_respondent_takes_along_their_own(self, world: World) -> None:
        collecting(world, anonymous=True)
        ada, bob = asked(world), asked(world, "Bob")
        say(ada, "What Ada wrote")
        say(bob, "What Bob wrote")
        device = let_in(ada)
        assert reverse("own_data", args=[ada.code]) in device.get(f"/r/{ada.code}/").content.decode()
        answer = device.get(reverse("own_data", args=[ada.code]))
        found = json.loads(answer.content)
        assert found["answers"][0]["note"] == "What Ada wrote" and "Bob" not in answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]

    def test_nobody_else_does(self, world: World, owner: Client, anonymous: Client) -> None:
        collecting(world)
        ada, bob = asked(world), asked(world, "Bob")
        for browser in (owner, anonymous, let_in(bob)):
            assert browser.get(reverse("own_data", args=[ada.code])).status_code in (404, 410)
