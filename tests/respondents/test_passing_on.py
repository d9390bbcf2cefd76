"""Who would know? A question passed on to a colleague, by name or not."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from assessments.actions import referrals
from assessments.content.loader import framework
from assessments.mail.delivery import deliver
from assessments.models import AuditEntry, Membership, Message, Referral, Respondent
from tests.personas import World
from tests.respondents.people import asked, collecting, let_in

FIRST, SECOND, *_REST = framework().practices
NEW = {"name": "Di", "email": "di@example.net", "group": "managers"}


def passed(client: Client, row: Respondent, data: dict[str, str], practice: str = FIRST) -> Any:
    return client.post(f"/r/{row.code}/answer/{practice}/pass-on/", data)


@pytest.fixture
def ada(world: World) -> Respondent:
    cache.clear()
    collecting(world)
    return asked(world)


def test_without_script_the_button_keeps_the_answer_and_leads_there(ada: Respondent) -> None:
    device, url = let_in(ada), f"/r/{ada.code}/answer/{FIRST}/"
    assert 'value="pass-on"' in device.get(url).content.decode()
    answer = device.post(url, {"choice": "dont_know", "then": "pass-on"})
    assert answer.headers["Location"] == f"{url}pass-on/"
    page = device.get(f"{url}pass-on/").content.decode()
    assert framework().practices[FIRST].question.en in page
    assert ada.answers.get().dont_know


def test_to_a_colleague_who_answers_here(world: World, ada: Respondent) -> None:
    bo = asked(world, "Bo", dimensions=["l6"])
    device = let_in(ada)
    page = device.get(f"/r/{ada.code}/answer/{FIRST}/pass-on/").content.decode()
    assert f'value="{bo.code}"' in page and f'value="{ada.code}"' not in page
    answer = passed(device, ada, {"colleague": str(bo.code)})
    assert answer.headers["Location"] == f"/r/{ada.code}/answer/{FIRST}/"
    assert "Passed on to Bo, who gets a mail." in device.get(answer.headers["Location"]).content.decode()
    bo.refresh_from_db()
    assert bo.practices == [FIRST]
    referral = Referral.objects.get()
    assert (referral.practice, referral.passed_by, referral.passed_to) == (FIRST, ada, bo)
    message = Message.objects.get()
    assert message.key == f"referral:{world.assessment.code}:{FIRST}:{bo.code}" and message.kind == "referral"
    assert let_in(bo).get(f"/r/{bo.code}/answer/{FIRST}/").status_code == 200


def test_a_colleague_with_an_account_gets_the_mail_that_is_promised(world: World, ada: Respondent) -> None:
    device = let_in(ada)
    answer = passed(device, ada, {"colleague": str(world.respondent.code)})
    assert ", who gets a mail." in device.get(answer.headers["Location"]).content.decode()
    assert deliver() == 1
    (letter,) = mail.outbox
    assert letter.to == [world.owner.email] and f"/assessments/{world.assessment.code}/answer/" in letter.body
    assert "/r/#" not in letter.body and "yours alone" not in letter.body  # they sign in


@pytest.mark.parametrize("act", ["gone", "reader"])
def test_who_may_answer_here_no_more_gets_no_mail(act: str, world: World, ada: Respondent) -> None:
    mine = Membership.objects.filter(workspace=world.workspace, user=world.owner)
    passed(let_in(ada), ada, {"colleague": str(world.respondent.code)})
    if act == "gone":
        mine.delete()
    else:
        mine.update(role="viewer")
    assert deliver() == 0 and not mail.outbox


def test_to_somebody_new_who_is_asked_that_and_nothing_else(ada: Respondent) -> None:
    passed(let_in(ada), ada, NEW)
    di = Respondent.objects.get(name="Di")
    device = let_in(di)
    page = device.get(f"/r/{di.code}/").content.decode()
    assert "1 question is waiting for you." in page and "It takes about 1 minute." in page
    assert device.get(f"/r/{di.code}/answer/{FIRST}/").status_code == 200
    assert device.get(f"/r/{di.code}/answer/{SECOND}/").status_code == 404
    assert (di.email, di.group, di.practices) == ("di@example.net", "managers", [FIRST])


def test_twice_is_once(ada: Respondent) -> None:
    device = let_in(ada)
    for _each in range(2):
        passed(device, ada, NEW)
    assert Referral.objects.count() == Message.objects.count() == Respondent.objects.filter(name="Di").count() == 1


def test_anonymous_nobody_learns_who_answers_or_who_passed_on(world: World) -> None:
    collecting(world, anonymous=True)
    ada, bo = asked(world), asked(world, "Bo")
    device = let_in(ada)
    page = device.get(f"/r/{ada.code}/answer/{FIRST}/pass-on/").content.decode()
    assert str(bo.code) not in page and ">Bo<" not in page and 'name="colleague"' not in page
    assert passed(device, ada, {"colleague": str(bo.code)}).status_code == 400
    known = passed(device, ada, {**NEW, "email": "BO@example.net"})
    new = passed(device, ada, NEW)
    assert known.headers["Location"] == new.headers["Location"]  # the same whether or not they answer here
    assert Referral.objects.filter(passed_by=None).count() == 2
    bo.refresh_from_db()
    assert bo.practices == [FIRST] and bo.name == "Bo"


@pytest.mark.parametrize("missing", ["name", "email", "group"])
def test_what_is_missing_is_told_and_the_rest_kept(missing: str, ada: Respondent) -> None:
    answer = passed(let_in(ada), ada, {**NEW, missing: ""})
    assert answer.status_code == 400
    assert all(value in answer.content.decode() for field, value in NEW.items() if field != missing)
    assert not Referral.objects.exists()


def test_not_to_oneself_nor_to_somebody_elsewhere(world: World, ada: Respondent) -> None:
    device = let_in(ada)
    assert b"your own address" in passed(device, ada, {**NEW, "email": "ada@example.net"}).content
    assert passed(device, ada, {"colleague": "00000000-0000-0000-0000-000000000001"}).status_code == 400


def test_there_is_an_end_to_it(ada: Respondent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(referrals, "MOST_PASSED_ON", 2)
    device = let_in(ada)
    for number in range(3):
        last = passed(device, ada, {**NEW, "email": f"d{number}@example.net"})
    assert last.status_code == 400 and b"as many questions as one person may" in last.content
    assert Referral.objects.count() == 2


def test_to_nobody_new_where_an_assessment_takes_no_more(ada: Respondent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(referrals, "RESPONDENTS", 2)  # the owner answers, too
    told = passed(let_in(ada), ada, NEW)
    assert told.status_code == 400 and b"takes no more people" in told.content
    assert not Referral.objects.exists() and Respondent.objects.count() == 2


def test_the_team_passes_on_too_and_no_trail_tells(world: World, ada: Respondent, owner: Client) -> None:
    before = AuditEntry.objects.count()
    url = f"/assessments/{world.assessment.code}/answer/{FIRST}/pass-on/"
    assert owner.get(url).status_code == 200
    assert owner.post(url, {"colleague": str(ada.code)}).headers["Location"] == url.removesuffix("pass-on/")
    assert Referral.objects.get().passed_by == world.respondent
    assert AuditEntry.objects.count() == before


def test_when_closed_nothing_is_passed_on(world: World, ada: Respondent, owner: Client) -> None:
    device = let_in(ada)
    type(world.assessment).objects.update(state="review")
    assert passed(device, ada, NEW).headers["Location"] == f"/r/{ada.code}/"
    assert owner.post(f"/assessments/{world.assessment.code}/answer/{FIRST}/pass-on/", NEW).status_code == 403
    assert not Referral.objects.exists()
