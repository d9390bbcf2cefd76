"""The company’s pages of its surveys."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessments.actions.surveys import add_survey, open_wave
from assessments.models import AuditEntry, Survey, Touchpoint
from tests.personas import World
from tests.surveys.asking import answer_by_link, asked, invite, let_in, running

NEW = {"ask": "csat csat-7", "title": "After delivery", "about": "your delivery", "touchpoint": "Delivery",
       "open_link": "on", "origins": "https://www.example.com/shop\nexample.org"}  # fmt: skip


def url_of(survey: Survey) -> str:
    return f"/companies/{survey.company.code}/surveys/{survey.code}/"


def test_made_opened_changed_closed(world: World, owner: Client) -> None:
    base = f"/companies/{world.company.code}/surveys/"
    assert "Ask your customers yourself." in owner.get(base).content.decode()
    page = owner.post(f"{base}new/", NEW, follow=True).content.decode()
    survey = Survey.objects.get()
    assert "still a draft" in page and "How satisfied are you with your delivery?" in page
    assert (survey.kind, survey.variant) == ("csat", "csat-7")
    assert survey.origins == ["https://www.example.com", "https://example.org"]
    assert Touchpoint.objects.get().name == "Delivery"
    page = owner.post(url_of(survey), {"act": "open"}, follow=True).content.decode()
    assert "Wave 1 is open, and nobody has answered yet." in page
    assert f"/s/{survey.code}/" in page and "&lt;iframe" in page and "<svg" in page
    owner.post(f"{url_of(survey)}edit/", {**NEW, "title": "Later", "origins": ""})
    page = owner.post(url_of(survey), {"act": "close"}, follow=True).content.decode()
    assert "Wave 1 is closed without an answer." in page and "/s/" not in page
    acts = AuditEntry.objects.filter(act__startswith="survey-").order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["survey-added", "survey-opened", "survey-changed", "survey-closed"]


def test_a_button_that_is_pressed_twice_opens_one_wave(world: World, owner: Client) -> None:
    """Or is pressed on two screens: the second would end the first wave, and drop the letters that wait in it."""
    survey = add_survey(user=world.owner, company=world.company, title="After a visit", kind="nps")
    for number in (1, 1, 2, 2, 1):
        page = owner.get(url_of(survey)).content.decode()
        assert f'name="wave" value="{survey.waves.count() + 1}"' in page
        owner.post(url_of(survey), {"act": "open", "wave": str(number)})
    assert survey.waves.count() == 2
    assert AuditEntry.objects.filter(act="survey-opened").count() == 2


@pytest.mark.parametrize("origin", ["javascript:alert(1)", "https://*.example.com", "ftp://example.com", "https://a;b"])
def test_what_is_no_website_is_said_and_kept(origin: str, world: World, owner: Client) -> None:
    answer = owner.post(f"/companies/{world.company.code}/surveys/new/", {**NEW, "origins": origin})
    page = answer.content.decode()
    assert answer.status_code == 400 and "is not the address of a website" in page and "After delivery" in page
    assert not Survey.objects.exists()


def test_the_numbers_follow_the_rules_of_display(world: World, owner: Client) -> None:
    survey = running(world)
    for score in (9, 10, 3):
        answer_by_link(survey, nps=str(score))
    page = owner.get(url_of(survey)).content.decode()
    assert "Wave 1 has 3 answers so far: too few for a score." in page and "counts only" in page and "NPS" in page
    for _each in range(7):
        answer_by_link(survey, nps="9")
    page = owner.get(url_of(survey)).content.decode()
    assert "10 answers in wave 1 point to a value between +" in page and "indicative only" in page


def test_a_share_has_its_sign_at_the_number(world: World, owner: Client) -> None:
    survey = running(world, "csat")
    for _each in range(10):
        answer_by_link(survey, csat="5")
    page = owner.get(url_of(survey)).content.decode()
    assert "100% satisfied" in page and " %" not in page


def test_few_of_those_asked_is_said_with_the_bounds(world: World, owner: Client) -> None:
    survey = running(world)
    invite(world, survey, *(f"c{each}@example.net" for each in range(120)))
    for invitation in survey.invitations.order_by("pk")[:10]:
        phone, own = let_in(invitation)
        phone.post(own, {"nps": "10"})
    page = owner.get(url_of(survey)).content.decode()
    assert "10 of 120" in page and "Fewer than one in ten answered" in page and "8% <span" in page
    # r = 1/12, NPS 100: from r·100 − (1 − r)·100 to r·100 + (1 − r)·100
    assert "anywhere from −83 to +100" in page


def test_who_has_not_answered_yet_is_no_special_group(world: World, owner: Client) -> None:
    survey = running(world)
    invite(world, survey, "ada@example.net", "bo@example.net")
    page = owner.get(url_of(survey)).content.decode()
    assert "0 of 2" in page and "Fewer than one in ten" not in page
    assert re.search(r"E-mail of this wave: 2 waiting to be sent\s*</p>", page)


def test_of_several_statements_it_is_said_whose_number_stands_there(world: World, owner: Client) -> None:
    """The factors at 2 and the outcome at 9: without a name, 9 would pass for the whole pulse."""
    survey = running(world, "trust")
    low = dict.fromkeys(("trust-int", "trust-abl", "trust-aff", "trust-con"), "2")
    for outcome in (8, 10) * 5:
        answer_by_link(survey, **low, **{"trust-out": str(outcome)})
    page = owner.get(url_of(survey)).content.decode()
    assert page.count("between 8.2 and 9.8 (Trust: overall)") == 2
    assert "I would trust Harbour Retail with something important." in page
    assert "(Trust" not in owner.get(url_of(running(world))).content.decode()


def test_waves_are_counted_apart(world: World, owner: Client) -> None:
    survey = running(world)
    phone, own = let_in(asked(world, survey))
    phone.post(own, {"nps": "9"})
    open_wave(user=world.owner, survey=survey)
    page = owner.get(url_of(survey)).content.decode()
    assert "Wave 2 is open, and nobody has answered yet." in page and "1 of 1" in page and "nobody was asked" in page


def test_as_many_queries_for_three_as_for_one(world: World, owner: Client) -> None:
    counts = []
    for number in (1, 3):
        while Survey.objects.count() < number:
            survey = running(world, title=f"Survey {Survey.objects.count()}")
            answer_by_link(survey, nps="9")
            open_wave(user=world.owner, survey=survey)
            answer_by_link(survey, nps="9")
        for url in (f"/companies/{world.company.code}/surveys/", url_of(Survey.objects.latest("pk"))):
            with CaptureQueriesContext(connection) as asked_of:
                assert owner.get(url).status_code == 200
            counts.append(len(asked_of))
    assert counts == [7, 8, 7, 8]


def test_the_public_page_asks_little_of_the_database(world: World) -> None:
    url = f"/s/{running(world).code}/"
    with CaptureQueriesContext(connection) as asked_of:
        Client().get(url)
    assert len(asked_of) == 2


def test_a_preview_sends_nothing(world: World, viewer: Client) -> None:
    survey = running(world)
    page = viewer.get(f"{url_of(survey)}preview/?l=zh-hant").content.decode()
    assert "您最喜歡什麼？" in page and 'class="go"' not in page and 'name="ticket"' not in page


def test_the_qr_code_as_a_file(world: World, viewer: Client) -> None:
    answer = viewer.get(f"{url_of(running(world))}link.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml" and b"<svg" in answer.content
    assert viewer.get(f"{url_of(running(world, open_link=False))}link.svg").status_code == 404
