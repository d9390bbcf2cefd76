"""The open link: a poster's QR code, any phone, no account and no script."""

from __future__ import annotations

import re
import time
import uuid
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from assessments.actions.surveys import close_survey, open_wave, update_survey
from assessments.models import AuditEntry, Comment, DailyCount, Response, Survey
from tests.personas import World
from tests.surveys.asking import answer_by_link, running, ticket_of


@pytest.fixture(autouse=True)
def _nobody_has_answered(db: None) -> None:
    cache.clear()


def test_an_answer_is_stored_counted_and_thanked_for(world: World) -> None:
    survey = running(world, touchpoint="Delivery")
    page = answer_by_link(survey, nps="9", liked=" Quick and kind ", improve="").content.decode()
    assert "Thank you for your answer." in page and "9 of 10" in page and "Quick and kind" in page
    row = Response.objects.get()
    assert (row.measure, row.score, row.scale_min, row.scale_max) == ("nps", 9, 0, 10)
    assert (row.source, row.survey, row.wave.number, row.customer) == ("survey", survey, 1, "")
    comment = Comment.objects.get()
    assert (comment.question, comment.text, comment.search) == ("nps-liked", "Quick and kind", "quick and kind")
    assert (comment.mood, comment.score, comment.touchpoint) == ("happy", 9, "Delivery")
    assert comment.submission == row.submission
    assert set(DailyCount.objects.values_list("cut", "about", "count")) == {
        ("all", "", 1),
        ("touchpoint", "Delivery", 1),
        ("wave", str(row.wave_id), 1),
    }
    assert not AuditEntry.objects.filter(act__contains="answer").exists()


def test_the_trust_pulse_is_five_scores_in_one_submission(world: World) -> None:
    survey = running(world, "trust")
    said = {"trust-int": "8", "trust-abl": "7", "trust-aff": "6", "trust-con": "5", "trust-out": "4"}
    answer_by_link(survey, **said, won="They listen")
    assert dict(Response.objects.values_list("measure", "score")) == {key: int(value) for key, value in said.items()}
    assert len(set(Response.objects.values_list("submission", flat=True))) == 1
    comment = Comment.objects.get()
    assert (comment.measure, comment.score, comment.mood) == ("trust-out", 4, "unhappy")


def test_one_answer_a_device_until_the_next_wave(world: World) -> None:
    survey, phone = running(world), Client()
    answer_by_link(survey, phone, nps="9")
    again = phone.get(f"/s/{survey.code}/").content.decode()
    assert "This device has answered already" in again and "9 of 10" in again
    phone.post(f"/s/{survey.code}/", {"ticket": "x", "nps": "0"})
    assert Response.objects.get().score == 9
    open_wave(user=world.owner, survey=survey)
    answer_by_link(survey, phone, nps="3")
    assert list(Response.objects.order_by("pk").values_list("wave__number", "score")) == [(1, 9), (2, 3)]


def test_a_device_remembers_it_inside_another_site_too(world: World, settings: Any) -> None:
    survey, phone = running(world), Client()
    answer_by_link(survey, phone, nps="9")
    assert phone.cookies["answered"]["samesite"] == "Lax"  # browsers want a secure one for more
    settings.SESSION_COOKIE_SECURE = True
    phone = Client()
    page = answer_by_link(survey, phone, nps="9").content.decode()
    kept = phone.cookies["answered"]
    assert (kept["samesite"], kept["secure"], kept["httponly"]) == ("None", True, True)
    phone.post(f"/s/{survey.code}/", {"erase": page.split('name="erase" value="')[1].split('"')[0]})
    gone = phone.cookies["answered"]
    assert (gone.value, gone["samesite"], gone["secure"]) == ("", "None", True)


def test_no_page_of_ours_opens_inside_the_frame_of_a_survey(world: World) -> None:
    """Other sites may show the survey and nothing else, so what leads away from it opens beside it."""
    survey = running(world)
    for page in (answer_by_link(survey, liked="Tea"), answer_by_link(survey, nps="9")):
        links = re.findall(r"<a [^>]*>", page.content.decode())
        assert links and all('target="_blank"' in each for each in links)


def test_the_same_form_sent_twice_is_one_answer(world: World) -> None:
    """As in another site's frame, where the device may remember nothing."""
    survey = running(world)
    url = f"/s/{survey.code}/"
    ticket = ticket_of(Client().get(url).content.decode())
    for _time in range(2):
        page = Client().post(url, {"ticket": ticket, "nps": "7", "liked": "Tea"}).content.decode()
        assert "Thank you" in page
    assert (Response.objects.count(), Comment.objects.count()) == (1, 1)


def test_nothing_typed_is_lost_without_a_score(world: World) -> None:
    page = answer_by_link(running(world), liked="<b>Warm</b>").content.decode()
    assert "Please choose a number." in page and "&lt;b&gt;Warm&lt;/b&gt;" in page
    assert '<fieldset aria-describedby="wrong-nps ends-nps">' in page and '<p class="bad" id="wrong-nps">' in page
    assert not Response.objects.exists()


def test_another_language_keeps_what_was_typed(world: World) -> None:
    survey = running(world)
    page = answer_by_link(survey, nps="7", liked="Tea", language="zh-hant").content.decode()
    assert '<html lang="zh-hant">' in page and "您最喜歡什麼？" in page and "Tea" in page
    assert 'value="7" required checked' in page and 'role="alert"' not in page
    assert not Response.objects.exists()


def test_the_language_of_the_device_comes_first(world: World) -> None:
    page = Client().get(f"/s/{running(world).code}/", headers={"accept-language": "zh-CN,zh;q=0.9"}).content.decode()
    assert '<html lang="zh-hans">' in page and f"您有多大可能把{world.company.name}推荐给朋友或同事？" in page


def test_erasing_takes_it_out_of_every_count(world: World) -> None:
    survey, phone = running(world, touchpoint="Delivery"), Client()
    answer_by_link(survey, nps="4")
    page = answer_by_link(survey, phone, nps="9", liked="Tea").content.decode()
    receipt = page.split('name="erase" value="')[1].split('"')[0]
    assert "Your answer is erased." in phone.post(f"/s/{survey.code}/", {"erase": receipt}).content.decode()
    assert list(Response.objects.values_list("score", flat=True)) == [4]
    assert set(DailyCount.objects.values_list("score", flat=True)) == {4} and not Comment.objects.exists()
    assert "ticket" in phone.get(f"/s/{survey.code}/").content.decode()  # and may answer anew


def test_a_receipt_erases_after_the_link_was_withdrawn_too(world: World) -> None:
    survey, phone = running(world), Client()
    receipt = answer_by_link(survey, phone, nps="9").content.decode().split('name="erase" value="')[1].split('"')[0]
    Survey.objects.update(open_link=False)
    assert phone.get(f"/s/{survey.code}/").status_code == 404
    assert phone.post(f"/s/{survey.code}/", {"erase": receipt[:-2] + "xx"}).status_code == 404
    assert "Your answer is erased." in phone.post(f"/s/{survey.code}/", {"erase": receipt}).content.decode()
    assert not Response.objects.exists()


def test_a_receipt_is_good_for_its_own_survey_only(world: World) -> None:
    one, other = running(world), running(world, "csat")
    receipt = answer_by_link(one, nps="9").content.decode().split('name="erase" value="')[1].split('"')[0]
    assert Client().post(f"/s/{other.code}/", {"erase": receipt}).status_code == 404
    assert Client().post(f"/s/{one.code}/", {"erase": receipt[:-2] + "xx"}).status_code == 404
    assert Response.objects.count() == 1


@pytest.mark.parametrize("kind", ["draft", "no-link", "nowhere", "deleted"])
def test_what_has_no_open_link_is_not_there(kind: str, world: World) -> None:
    survey = running(world)
    Survey.objects.filter(pk=survey.pk).update(
        **{"draft": {"state": "draft"}, "no-link": {"open_link": False}}.get(kind, {"title": "same"})
    )
    if kind == "deleted":
        type(world.company).objects.update(deleted_at="2026-01-01T00:00:00Z")
    code = uuid.uuid4() if kind == "nowhere" else survey.code
    assert Client().get(f"/s/{code}/").status_code == 404


def test_a_closed_survey_says_so_even_to_who_had_it_open(world: World) -> None:
    survey, phone = running(world), Client()
    ticket = ticket_of(phone.get(f"/s/{survey.code}/").content.decode())
    close_survey(user=world.owner, survey=survey)
    late = phone.post(f"/s/{survey.code}/", {"ticket": ticket, "nps": "9"})
    assert late.status_code == 403 and "takes no more answers" in late.content.decode()
    assert f"<p>Questions: {world.owner.email}</p>" in late.content.decode()
    assert not Response.objects.exists()


class TestSpam:
    def test_faster_than_anybody_reads(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("assessments.views.surveys.survey_open.TOO_QUICK", 1.5)
        survey, phone = running(world), Client()
        first = answer_by_link(survey, phone, nps="9", liked="Tea")
        page = first.content.decode()
        assert first.status_code == 400 and "very quick" in page and "Tea" in page
        later = time.time() + 2
        monkeypatch.setattr("assessments.forms.survey_tickets.time", SimpleNamespace(time=lambda: later))
        phone.post(f"/s/{survey.code}/", {"ticket": ticket_of(page), "nps": "9"})
        assert Response.objects.count() == 1

    def test_a_field_that_nobody_sees(self, world: World) -> None:
        survey, phone = running(world), Client()
        page = answer_by_link(survey, phone, nps="9", website="https://spam.example").content.decode()
        assert "once more" in page and "spam.example" not in page and not Response.objects.exists()
        phone.post(f"/s/{survey.code}/", {"ticket": ticket_of(page), "nps": "9"})
        assert Response.objects.count() == 1

    @pytest.mark.parametrize("ticket", ["", "x", "ImEi:1x:abc"])
    def test_a_forged_page(self, ticket: str, world: World) -> None:
        survey = running(world)
        page = Client().post(f"/s/{survey.code}/", {"ticket": ticket, "nps": "9"})
        assert page.status_code == 400 and ticket_of(page.content.decode()) != ticket
        assert not Response.objects.exists()

    def test_a_ticket_of_another_survey(self, world: World) -> None:
        one, other = running(world), running(world)
        ticket = ticket_of(Client().get(f"/s/{one.code}/").content.decode())
        assert Client().post(f"/s/{other.code}/", {"ticket": ticket, "nps": "9"}).status_code == 400

    def test_a_flood_from_one_network_and_not_from_the_next(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("assessments.limits.surveys.MOST", 2)
        monkeypatch.setattr("assessments.limits.surveys.time", SimpleNamespace(time=lambda: 1_800_000_000.0))
        survey = running(world)

        def send(address: str) -> HttpResponse:
            ticket = ticket_of(Client().get(f"/s/{survey.code}/").content.decode())
            said = {"ticket": ticket, "nps": "9", "liked": "Tea"}
            return Client().post(f"/s/{survey.code}/", said, REMOTE_ADDR=address)

        assert [send(f"192.0.2.{each}").status_code for each in (1, 200)] == [200, 200]
        refused = send("192.0.2.77")
        page = refused.content.decode()
        assert refused.status_code == 429 and "wait ten minutes" in page and "Tea" in page
        assert refused.headers["Retry-After"] == "600"
        assert send("198.51.100.1").status_code == 200
        assert send("2001:db8::1").status_code == 200


class TestInsideAnotherSite:
    def test_nowhere_unless_named(self, world: World) -> None:
        page = Client().get(f"/s/{running(world).code}/")
        assert page.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]

    def test_on_the_sites_that_are_named(self, world: World) -> None:
        survey = running(world, origins=["https://www.example.com"])
        page = Client().get(f"/s/{survey.code}/")
        assert "X-Frame-Options" not in page.headers
        policy = page.headers["Content-Security-Policy"]
        assert "frame-ancestors 'self' https://www.example.com;" in f"{policy};"
        assert "default-src 'self'" in policy
        beside = Client().get("/")
        assert beside.headers["X-Frame-Options"] == "DENY" and "example.com" not in str(beside.headers)

    def test_without_cookies_it_works_to_the_end(self, world: World) -> None:
        survey = running(world, origins=["https://www.example.com"])
        strict = Client(enforce_csrf_checks=True)
        page = answer_by_link(survey, strict, nps="9").content.decode()
        receipt = page.split('name="erase" value="')[1].split('"')[0]
        fresh = Client(enforce_csrf_checks=True)
        assert "erased" in fresh.post(f"/s/{survey.code}/", {"erase": receipt}).content.decode()


def test_pages_of_customers_are_kept_nowhere(world: World) -> None:
    page = Client().get(f"/s/{running(world).code}/")
    assert "no-store" in page.headers["Cache-Control"] and page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "sessionid" not in page.cookies and "csrftoken" not in page.cookies


def test_the_trademark_is_named_where_it_is_used(world: World) -> None:
    assert "trademarks of Bain" in Client().get(f"/s/{running(world).code}/").content.decode()
    assert "Bain" not in Client().get(f"/s/{running(world, 'csat').code}/").content.decode()


def test_what_is_measured_stays_once_it_was_asked(world: World) -> None:
    survey = running(world)
    update_survey(user=world.owner, survey=survey, kind="csat", variant="csat-5", title="New")
    survey.refresh_from_db()
    assert (survey.kind, survey.title) == ("nps", "New")
