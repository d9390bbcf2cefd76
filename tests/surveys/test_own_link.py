"""Personal links: one answer each, seen again and erased by the same link; and the wish to be left alone."""

from __future__ import annotations

import logging

import pytest
from django.core import mail
from django.test import Client

from assessments.actions.survey_answers import answer_invited
from assessments.actions.surveys import close_survey
from assessments.content.questionnaires import SurveyAnswer
from assessments.customers import customer_digest
from assessments.links import Coded, key_of
from assessments.models import Comment, DailyCount, Message, Response, SurveyInvitation, SurveyRefusal
from tests.personas import World
from tests.surveys.asking import asked, invite, let_in, running


def test_one_answer_and_the_link_shows_it_again(world: World) -> None:
    survey = running(world, touchpoint="Delivery")
    invitation = asked(world, survey, segment="Members")
    phone, url = let_in(invitation)
    assert "recommend" in phone.get(url).content.decode()
    assert "Thank you for your answer." in phone.post(url, {"nps": "9", "liked": "Tea"}).content.decode()
    row = Response.objects.get()
    assert (row.customer, row.segment) == (customer_digest(world.workspace.code, "ada@example.net"), "Members")
    again, same = let_in(invitation)
    page = again.get(same).content.decode()
    assert "You have answered already" in page and "9 of 10" in page and "Tea" in page
    again.post(same, {"nps": "0"})
    assert Response.objects.get().score == 9


def test_a_link_needs_its_key(world: World) -> None:
    invitation = asked(world, running(world))
    url = f"/s/own/{invitation.code}/"
    assert Client().get(url).status_code == 404
    for key in ("", "x" * 43, key_of("respondent", invitation), key_of("stop", Coded(invitation.code))):
        assert Client().post("/s/", {"key": key}).status_code == 404


def test_the_key_is_in_no_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """The answer’s key stands after #, which browsers keep; it comes in a body, and leaves in no address."""
    caplog.set_level(logging.DEBUG)
    invitation = asked(world, running(world))
    key = key_of("survey", invitation)
    phone, url = let_in(invitation)
    phone.get(url)
    Client().post("/s/", {"key": key[:-1] + "A"})
    assert key not in url and key not in caplog.text and key[:-1] not in caplog.text


def test_a_second_tab_that_had_the_question_open_changes_nothing(world: World) -> None:
    """At the same moment: tests/surveys/test_two_tabs.py, against a real server."""
    invitation = asked(world, running(world))
    tabs = [SurveyInvitation.objects.select_related("survey__company").get(pk=invitation.pk) for _tab in range(2)]
    kept = [
        answer_invited(invitation=tab, answer=SurveyAnswer({"nps": score}, {"liked": "Tea"}))
        for tab, score in zip(tabs, (9, 3), strict=True)
    ]
    assert kept == [True, False]
    assert Response.objects.get().score == 9 and Comment.objects.count() == 1


def test_erasing_takes_answer_words_address_and_link(world: World) -> None:
    invitation = asked(world, running(world, touchpoint="Delivery"))
    phone, url = let_in(invitation)
    phone.post(url, {"nps": "2", "disappointed": "Late"})
    assert "Your answer is erased." in phone.post(url, {"erase": "1"}).content.decode()
    assert not Response.objects.exists() and not Comment.objects.exists() and not DailyCount.objects.exists()
    invitation.refresh_from_db()
    assert invitation.email == "" and invitation.erased_at
    assert phone.get(url).status_code == 404
    assert invite(world, invitation.survey, "ada@example.net").asked == 0  # not asked again too soon


def test_a_wave_that_is_over_takes_no_answer(world: World) -> None:
    survey = running(world)
    phone, url = let_in(asked(world, survey))
    close_survey(user=world.owner, survey=survey)
    assert phone.post(url, {"nps": "9"}).status_code == 403
    assert not Response.objects.exists()


class TestLeftAlone:
    def test_from_the_page_of_thanks(self, world: World) -> None:
        invitation = asked(world, running(world))
        phone, url = let_in(invitation)
        phone.post(url, {"nps": "9"})
        assert "will not ask you again" in phone.post(url, {"stop": "1"}).content.decode()
        assert SurveyRefusal.objects.get().customer == invitation.customer
        assert "Do not ask me again" not in phone.get(url).content.decode()

    def test_by_the_button_of_a_mail_program(self, world: World) -> None:
        invitation = asked(world, running(world))
        url = f"/s/stop/{key_of('stop', Coded(invitation.code))}/"
        program = Client(enforce_csrf_checks=True)
        assert "No more surveys from Harbour Retail?" in program.get(url).content.decode()
        assert not SurveyRefusal.objects.exists()
        for _twice in range(2):
            answer = program.post(url, {"List-Unsubscribe": "One-Click"})
            assert answer.status_code == 200 and "will not ask you again" in answer.content.decode()
        assert SurveyRefusal.objects.count() == 1
        assert invite(world, running(world, "csat"), "ada@example.net").asked == 0

    def test_it_holds_after_the_link_is_gone(self, world: World) -> None:
        invitation = asked(world, running(world))
        url = f"/s/stop/{key_of('stop', Coded(invitation.code))}/"
        phone, own = let_in(invitation)
        phone.post(own, {"erase": "1"})
        assert Client().post(url).status_code == 200 and SurveyRefusal.objects.exists()

    @pytest.mark.parametrize("key", ["x", "x" * 43])
    def test_a_key_that_is_none(self, key: str, db: None) -> None:
        assert Client().post(f"/s/stop/{key}/").status_code == 404


class TestMail:
    @pytest.mark.parametrize(
        ("language", "words"),
        [("en", "would like to hear from you"), ("zh-hans", "想听听您的看法"), ("zh-hant", "想聽聽您的看法")],
    )
    def test_in_the_language_of_the_customer(
        self, language: str, words: str, world: World, django_capture_on_commit_callbacks: object
    ) -> None:
        survey = running(world)
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            invitation = asked(world, survey, language=language)
        sent = mail.outbox[-1]
        assert sent.to == ["ada@example.net"] and words in sent.subject and world.company.name in sent.subject
        assert f"/s/#{key_of('survey', invitation)}" in sent.body
        stop = f"/s/stop/{key_of('stop', Coded(invitation.code))}/"
        assert sent.extra_headers["List-Unsubscribe"].endswith(f"{stop}>") and stop in sent.body
        assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert sent.reply_to == ["owner@example.com"]

    def test_not_to_who_has_answered_refused_or_lost_the_survey(
        self, world: World, django_capture_on_commit_callbacks: object
    ) -> None:
        survey = running(world)
        with django_capture_on_commit_callbacks(execute=False):  # type: ignore[operator]
            invite(world, survey, *(f"{each}@example.net" for each in "abc"))
        answered, refuser, erased = SurveyInvitation.objects.order_by("email")
        phone, url = let_in(answered)
        phone.post(url, {"nps": "9"})
        Client().post(f"/s/stop/{key_of('stop', Coded(refuser.code))}/")
        phone, url = let_in(erased)
        phone.post(url, {"erase": "1"})
        from assessments.mail.delivery import deliver  # noqa: PLC0415 - beside its only use

        deliver()
        assert mail.outbox == [] and set(Message.objects.values_list("status", flat=True)) == {"dropped"}
