"""What is in the demo when all of it is told."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from assessments import demo
from assessments.content.loader import framework
from assessments.demo import account as demo_account
from assessments.maturity.perception import perceive
from assessments.models import (
    AgreedStage,
    Answer,
    Assessment,
    Company,
    Journey,
    Membership,
    PlanItem,
    RedFlag,
    Respondent,
    User,
    Workspace,
)
from assessments.queries.sheets import sheet_of

from .conftest import Opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def test_it_says_how_to_sign_in_and_one_can(told: str) -> None:
    assert demo_account.EMAIL in told
    assert demo_account.PASSWORD in told
    browser = Client()
    answer = browser.post(
        reverse("account_login"), {"login": demo_account.EMAIL, "password": demo_account.PASSWORD}, follow=True
    )
    assert answer.redirect_chain[-1][0] == reverse("workspace", args=[Workspace.objects.get().code])
    page = answer.content.decode()
    for key in demo.story().companies:
        assert demo.client(key).name in page


def test_the_owner_has_something_to_continue() -> None:
    quick = Assessment.objects.get(practice_set="quick")
    own = Respondent.objects.get(assessment=quick)
    assert own.user == User.objects.get(email=demo_account.EMAIL)
    assert own.answers.count() == 8
    browser = Client()
    browser.force_login(own.user)
    answer = browser.get(reverse("answer_next", args=[quick.code]))
    assert answer.headers["Location"] == reverse("question", args=[quick.code, "l5-need-forecast"])


def test_everybody_has_their_role_and_language() -> None:
    found = Membership.objects.order_by("pk").values_list("role", "user__language")
    assert list(found) == [("owner", "en"), ("consultant", "zh-hans"), ("viewer", "zh-hant")]


def test_it_leaves_a_demo_that_is_there_alone(opened: Opened) -> None:
    before = list(Answer.objects.order_by("pk").values_list("pk", "stage"))
    assert "already there" in opened(seed=8)
    assert opened(seed=8, if_empty=True) == ""
    assert list(Answer.objects.order_by("pk").values_list("pk", "stage")) == before


def test_the_whole_team_answers_anonymously_and_may_be_seen_by_group() -> None:
    team = Assessment.objects.get(anonymous=True)
    assert team.state == "review"
    assert Respondent.objects.filter(assessment=team).count() >= 20
    seen = perceive(framework(), sheet_of(team))
    assert list(seen.classes) == ["leaders", "managers", "frontline"]
    assert seen.flagged


def test_a_review_has_settled_some_practices() -> None:
    assert AgreedStage.objects.values("assessment").distinct().count() == 1
    assert AgreedStage.objects.count() >= 3
    assert all(AgreedStage.objects.values_list("reason", flat=True))


def test_the_clients_have_journeys_plans_and_flags() -> None:
    for company in Company.objects.all():
        assert Journey.objects.filter(company=company).count() == 1
        (item,) = PlanItem.objects.filter(company=company, origin="journey")
        assert item.practice
        assert not PlanItem.objects.filter(company=company, title__regex="[.。]$").exists()  # they are headings
        assert not RedFlag.objects.filter(company=company, flag="RF-19").exists()  # something is being done
    assert RedFlag.objects.filter(origin="measure").exists()
