"""Answering without an account: the personal link, what it opens, what it never does, and how it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from assessments.actions.answers import save_answer
from assessments.actions.life import move_assessment
from assessments.actions.referrals import pass_on
from assessments.actions.rights import erase_respondent
from assessments.content.loader import framework
from assessments.links import key_of
from assessments.maturity.answers import Answer
from assessments.models import Answer as Row
from assessments.models import AuditEntry, Company, Respondent, Workspace
from assessments.places import place_by_code
from tests.personas import World
from tests.respondents.people import asked, collecting, let_in

FIRST, SECOND, *_REST = framework().practices
JSON = {"Accept": "application/json"}


def own(row: Respondent, rest: str = "") -> str:
    return f"/r/{row.code}/{rest}"


@pytest.fixture
def ada(world: World) -> Respondent:
    collecting(world)
    return asked(world)


@pytest.fixture
def device(ada: Respondent) -> Client:
    return let_in(ada)


class TestOpening:
    def test_the_key_travels_in_a_form_and_nowhere_else(self, ada: Respondent, anonymous: Client) -> None:
        assert anonymous.get("/r/").status_code == 200
        key = key_of("respondent", ada)
        answer = anonymous.post("/r/", {"key": f"  https://cx.example/r/#{key}\n"})
        assert answer.status_code == 302 and answer.headers["Location"] == own(ada)
        cookie = answer.cookies["own"]
        assert cookie["path"] == own(ada) and cookie["httponly"] and cookie["samesite"] == "Lax"
        assert key not in str(answer.headers) and key not in cookie.value

    def test_pages_are_kept_from_caches_and_search_engines(self, ada: Respondent, device: Client) -> None:
        for path in ("/r/", own(ada), own(ada, f"answer/{FIRST}/"), own(ada, "done/"), "/join/"):
            answer = device.get(path)
            assert answer.status_code == 200
            assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
            assert "no-store" in answer.headers["Cache-Control"]
            assert answer.headers["Referrer-Policy"] == "same-origin"

    @pytest.mark.parametrize("key", ["", "x", "A" * 43, "é" * 43, "-" * 43])
    def test_what_is_no_key_opens_nothing(self, key: str, ada: Respondent, anonymous: Client) -> None:
        answer = anonymous.post("/r/", {"key": key})
        assert answer.status_code == 404 and b"We do not know this link." in answer.content

    def test_a_key_is_for_one_kind_and_one_row(self, world: World, ada: Respondent, anonymous: Client) -> None:
        bo = asked(world, "Bo")
        forged = key_of("respondent", ada)[:22] + key_of("respondent", bo)[22:]
        own_key = key_of("respondent", ada)
        for key in (key_of("group", ada), forged, own_key[:-1] + ("A" if own_key[-1] != "A" else "Q")):
            assert anonymous.post("/r/", {"key": key}).status_code == 404

    def test_the_code_alone_opens_nothing(self, ada: Respondent, anonymous: Client) -> None:
        for rest in ("", f"answer/{FIRST}/", "done/", f"answer/{FIRST}/pass-on/"):
            assert anonymous.get(own(ada, rest)).status_code == 404
            assert anonymous.post(own(ada, rest), {"choice": "1"}).status_code == 404
        assert not Row.objects.exists()

    def test_a_tampered_cookie_opens_nothing(self, world: World, ada: Respondent, device: Client) -> None:
        value = device.cookies["own"].value
        bo = asked(world, "Bo")
        client = Client()
        for each in (
            value[:-2] + "xx",
            value.replace(value[:6], "aaaaaa"),
            signing.dumps([bo.code.hex, 1], salt="x"),
            "",
        ):
            client.cookies["own"] = each
            assert client.get(own(ada)).status_code == 404
        client.cookies["own"] = value  # a good one, of somebody else
        assert client.get(own(bo)).status_code == 404
        assert client.get(own(ada)).status_code == 200

    def test_one_device_may_hold_several_links(self, world: World, ada: Respondent, device: Client) -> None:
        assert let_in(asked(world, "Bo"), device).cookies["own"]["path"] != own(ada)

    def test_a_device_without_a_language_takes_that_of_the_invitation(self, world: World) -> None:
        collecting(world)
        row = asked(world)
        row.language = "zh-hant"
        row.save()
        assert let_in(row).cookies["django_language"].value == "zh-hant"


class TestRevoked:
    def gone(self, client: Client, row: Respondent) -> None:
        key = key_of("respondent", row)
        answer = client.get(own(row))
        assert answer.status_code == 410 and b"This link no longer holds." in answer.content
        saved = client.post(own(row, f"answer/{FIRST}/"), {"choice": "1"}, headers=JSON)
        assert saved.status_code == 403 and "no longer holds" in saved.json()["error"]
        assert Client().post("/r/", {"key": key}).status_code in (404, 410)
        assert not Row.objects.exists()

    def test_by_a_newer_link(self, ada: Respondent, device: Client) -> None:
        Respondent.objects.filter(pk=ada.pk).update(link_version=2)
        self.gone(device, ada)

    def test_by_removing_or_erasing_the_person(self, world: World, ada: Respondent, device: Client) -> None:
        erase_respondent(user=world.owner, respondent=ada)
        self.gone(device, ada)

    @pytest.mark.parametrize("model", [Company, Workspace])
    def test_by_deleting_what_it_belongs_to(self, model: Any, world: World, ada: Respondent, device: Client) -> None:
        key = world.company.pk if model is Company else world.workspace.pk
        model.objects.filter(pk=key).update(deleted_at=timezone.now())
        self.gone(device, ada)

    def test_by_an_account(self, world: World, ada: Respondent, device: Client) -> None:
        Respondent.objects.filter(pk=ada.pk).update(user=world.consultant)
        self.gone(device, ada)


class TestStart:
    def test_it_says_who_asks_who_sees_what_and_how_long(self, world: World, ada: Respondent, device: Client) -> None:
        world.assessment.closes_on = timezone.localdate() + timedelta(days=30)
        world.assessment.save()
        page = device.get(own(ada)).content.decode()
        for text in (
            "56 questions are waiting for you.",
            "It takes about 24 minutes.",
            "Owner, Northstar Advisory",
            "Harbour Retail",
            "The people of Northstar Advisory see your answers with your name: Ada.",
            "Until then you may change every answer.",
            f"#{key_of('respondent', ada)}",
        ):
            assert text in page
        assert ">Sign in<" not in page and "/workspaces/" not in page

    def test_anonymous_is_promised_and_no_name_is_shown(self, world: World) -> None:
        collecting(world, anonymous=True)
        row = asked(world)
        page = let_in(row).get(own(row)).content.decode()
        assert "Nobody sees your answers by name. Results are shown for groups of at least 5 people." in page
        assert "Ada" not in page

    def test_start_notes_the_time_and_the_language_once(self, ada: Respondent, device: Client) -> None:
        device.cookies["django_language"] = "zh-hans"
        answer = device.post(own(ada))
        assert answer.headers["Location"] == own(ada, f"answer/{FIRST}/")
        ada.refresh_from_db()
        started = ada.started_at
        assert started and ada.language == "zh-hans"
        device.post(own(ada))
        ada.refresh_from_db()
        assert ada.started_at == started

    def test_a_part_asks_that_part(self, world: World) -> None:
        collecting(world)
        row = asked(world, dimensions=["l2"])
        device = let_in(row)
        page = device.get(own(row)).content.decode()
        assert "6 questions are waiting for you." in page and "It takes about 3 minutes." in page
        assert device.get(own(row, f"answer/{FIRST}/")).status_code == 404
        first = framework().by_dimension["l2"].practices[0].id
        page = device.get(own(row, f"answer/{first}/")).content.decode()
        assert "0 of 6 answered" in page and "Practice 1 of 6" in page


class TestAnswering:
    def test_the_whole_way_without_script(self, ada: Respondent, device: Client) -> None:
        step = device.post(own(ada)).headers["Location"]
        for _each in framework().practices:
            assert "answer/" in step
            step = device.post(step, {"choice": "2", "then": "next"}).headers["Location"]
        assert step == own(ada, "done/")
        assert "You have answered everything." in device.get(step).content.decode()
        assert "Thank you. You are done." in device.post(step, follow=True).content.decode()
        ada.refresh_from_db()
        assert ada.finished_at
        device.post(step, {"again": "1"})
        ada.refresh_from_db()
        assert ada.finished_at is None
        assert Row.objects.filter(respondent=ada, stage=2).count() == 56

    def test_saving_by_script_and_coming_back_on_another_device(self, ada: Respondent, device: Client) -> None:
        said = {"choice": "dont_know", "note": "my note"}
        answer = device.post(own(ada, f"answer/{FIRST}/"), said, headers=JSON)
        assert answer.status_code == 200 and answer.json()["choice"] == "dont_know"
        other = let_in(ada)
        assert "my note" in other.get(own(ada, f"answer/{FIRST}/")).content.decode()
        assert "Welcome back" in other.get(own(ada)).content.decode()
        assert other.post(own(ada)).headers["Location"] == own(ada, f"answer/{SECOND}/")

    def test_leaving_leads_back_to_the_start(self, ada: Respondent, device: Client) -> None:
        page = device.get(own(ada, f"answer/{FIRST}/")).content.decode()
        assert 'data-turn="../../"' in page and "/workspaces/" not in page
        left = device.post(own(ada, f"answer/{FIRST}/"), {"choice": "1", "then": "leave"})
        assert left.headers["Location"] == own(ada)

    def test_the_browser_sends_what_waits_to_the_own_address(self, ada: Respondent, device: Client) -> None:
        page = device.get(own(ada, f"answer/{FIRST}/")).content.decode()
        assert f'data-base="{own(ada)}answer/"' in page
        assert f'data-key="cx:{ada.assessment.code}:{ada.code.hex}"' in page

    def test_nothing_a_respondent_does_is_in_the_audit_trail(self, ada: Respondent, device: Client) -> None:
        before = AuditEntry.objects.count()
        device.post(own(ada))
        device.post(own(ada, f"answer/{FIRST}/"), {"choice": "1"})
        device.post(own(ada, "done/"))
        assert AuditEntry.objects.count() == before

    def test_what_two_queries_can_do(self, ada: Respondent, device: Client, django_assert_num_queries: Any) -> None:
        url = own(ada, f"answer/{FIRST}/")
        with django_assert_num_queries(2):  # place, answers
            device.get(url)
        with django_assert_num_queries(3):  # place, answer, and once that the person has begun
            device.post(url, {"choice": "1"}, headers=JSON)
        with django_assert_num_queries(2):
            device.post(url, {"choice": "2"}, headers=JSON)
        with django_assert_num_queries(3):  # place, answers, what is told
            device.get(own(ada))


class TestClosed:
    @pytest.mark.parametrize("state", ["draft", "review", "final"])
    def test_nothing_is_saved_and_it_is_said(self, state: str, world: World, ada: Respondent, device: Client) -> None:
        type(world.assessment).objects.update(state=state)
        said = {"choice": "1"}
        by_script = device.post(own(ada, f"answer/{FIRST}/"), said, headers=JSON)
        assert by_script.status_code == 403 and "closed" in by_script.json()["error"]
        by_form = device.post(own(ada, f"answer/{FIRST}/"), said)
        assert by_form.status_code == 403 and b"can no longer be changed" in by_form.content
        assert device.get(own(ada, f"answer/{FIRST}/")).headers["Location"] == own(ada)
        device.post(own(ada, "done/"))
        device.post(own(ada))
        ada.refresh_from_db()
        assert not Row.objects.exists() and ada.started_at is None and ada.finished_at is None
        page = device.get(own(ada)).content.decode()
        assert ("not open yet" if state == "draft" else "The assessment is closed.") in page
        assert f'data-base="{own(ada)}answer/"' in page  # what waits on the device is told there

    def test_since_when(self, world: World, ada: Respondent, device: Client) -> None:
        move_assessment(user=world.owner, assessment=world.assessment, to="review")
        assert "Closed since" in device.get(own(ada)).content.decode()

    def test_after_its_last_day_it_is_closed(self, world: World, ada: Respondent, device: Client) -> None:
        world.assessment.closes_on = timezone.localdate() - timedelta(days=1)
        world.assessment.save()
        assert device.post(own(ada, f"answer/{FIRST}/"), {"choice": "1"}, headers=JSON).status_code == 403
        assert "It closed on" in device.get(own(ada)).content.decode()

    def test_the_team_cannot_answer_either(self, world: World, owner: Client) -> None:
        type(world.assessment).objects.update(state="review")
        url = f"/assessments/{world.assessment.code}/answer/{FIRST}/"
        assert owner.post(url, {"choice": "1"}, headers=JSON).json() == {
            "error": "Not saved: the assessment is closed, and answers can no longer be changed."
        }
        assert owner.post(url, {"choice": "1"}).status_code == 403
        assert owner.get(url).headers["Location"] == f"/assessments/{world.assessment.code}/"
        assert not Row.objects.exists()


def test_a_question_passed_on_opens_what_was_done(world: World, ada: Respondent) -> None:
    bo = asked(world, "Bo", practice_set="quick")
    slow = next(each.id for each in framework().practices.values() if not each.quick)
    Respondent.objects.filter(pk=bo.pk).update(finished_at=timezone.now())
    pass_on(place=place_by_code(ada.code), practice=slow, language="en", colleague=str(bo.code))
    device = let_in(bo)
    page = device.get(own(bo)).content.decode()
    assert "21 questions" in page
    assert device.get(own(bo, f"answer/{slow}/")).status_code == 200
    bo.refresh_from_db()
    assert bo.finished_at is None


def test_answers_of_those_with_and_without_account_stay_apart(world: World, ada: Respondent, device: Client) -> None:
    save_answer(respondent=world.respondent, practice=FIRST, answer=Answer(stage=4, note="what the owner says"))
    page = device.get(own(ada, f"answer/{FIRST}/")).content.decode()
    assert "what the owner says" not in page and "checked" not in page
