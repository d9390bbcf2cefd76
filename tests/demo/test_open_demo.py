"""`manage.py demo`: what it writes, what it leaves alone, and that everybody in it can do what they should."""

from __future__ import annotations

import datetime
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import demo, demo_account
from assessments.actions import open_workspace
from assessments.content.loader import framework
from assessments.maturity.perception import perceive
from assessments.models import AgreedStage, Answer, Assessment, Company, Membership, Respondent, User, Workspace
from assessments.queries.sheets import facts_of, sheet_of

pytestmark = pytest.mark.django_db


def opened(**options: object) -> str:
    """What the command says."""
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


def test_it_says_how_to_sign_in_and_one_can() -> None:
    said = opened()
    assert demo_account.EMAIL in said
    assert demo_account.PASSWORD in said
    browser = Client()
    answer = browser.post(
        reverse("account_login"), {"login": demo_account.EMAIL, "password": demo_account.PASSWORD}, follow=True
    )
    assert answer.redirect_chain[-1][0] == reverse("workspace", args=[Workspace.objects.get().code])
    page = answer.content.decode()
    for key in demo.story().companies:
        assert demo.client(key).name in page


def test_what_is_stored_is_what_the_story_says() -> None:
    opened(seed=3)
    for key in demo.story().companies:
        own = Assessment.objects.filter(company__name=demo.client(key).name, next_rounds=None)
        assessment = own.get(practice_set="full", anonymous=False)
        day = demo.held_on(key, timezone.localdate())
        told = replace(sheet_of(assessment), raised=())  # the flags of the company are no part of what people said
        assert told == demo.sheet(key, "submitted", 3, day)
        assert facts_of(assessment) == demo.facts(key, day)
        times = Answer.objects.filter(respondent__assessment=assessment).values_list("chosen_at", flat=True)
        assert max(times) < timezone.now()
        assert min(times) > timezone.now() - datetime.timedelta(days=90)


@pytest.mark.parametrize(("stage", "answers"), [("empty", 0), ("half", 756), ("submitted", 1512)])
def test_the_stages_differ_in_answers_alone(stage: str, answers: int) -> None:
    opened(stage=stage)
    latest = Assessment.objects.filter(next_rounds=None)  # not those of before, which only the whole story has
    full = Answer.objects.filter(respondent__assessment__in=latest.filter(practice_set="full", anonymous=False))
    assert full.count() == pytest.approx(answers, abs=6)
    people = Respondent.objects.filter(assessment__in=latest)
    assert (Company.objects.count(), latest.count(), people.count()) == (3, 5, 56)


@pytest.mark.parametrize("stage", demo.STAGES)
def test_every_page_of_it_opens_at_every_stage(stage: str) -> None:
    opened(stage=stage)
    browser = Client()
    browser.force_login(User.objects.get(email=demo_account.EMAIL))
    for each in Assessment.objects.all():
        for name in ("assessment", "report", "red_flags", "targets"):
            assert browser.get(reverse(name, args=[each.code])).status_code == 200


def test_the_owner_has_something_to_continue() -> None:
    opened()
    quick = Assessment.objects.get(practice_set="quick")
    own = Respondent.objects.get(assessment=quick)
    assert own.user == User.objects.get(email=demo_account.EMAIL)
    assert own.answers.count() == 8
    browser = Client()
    browser.force_login(own.user)
    answer = browser.get(reverse("answer_next", args=[quick.code]))
    assert answer.headers["Location"] == reverse("question", args=[quick.code, "l5-need-forecast"])


def test_everybody_has_their_role_and_language() -> None:
    opened()
    found = Membership.objects.order_by("pk").values_list("role", "user__language")
    assert list(found) == [("owner", "en"), ("consultant", "zh-hans"), ("viewer", "zh-hant")]


def test_it_leaves_a_demo_that_is_there_alone() -> None:
    opened()
    before = list(Answer.objects.order_by("pk").values_list("pk", "stage"))
    assert "already there" in opened(seed=8)
    assert opened(seed=8, if_empty=True) == ""
    assert list(Answer.objects.order_by("pk").values_list("pk", "stage")) == before


def test_if_empty_leaves_any_other_workspace_alone() -> None:
    open_workspace(user=User.objects.create_user("somebody@example.com"), name="Real work")
    assert opened(if_empty=True) == ""
    assert not Company.objects.exists()
    assert "Opened" in opened()
    assert Workspace.objects.count() == 2


def test_it_can_be_told_to_be_quiet() -> None:
    assert opened(verbosity=0) == ""
    assert Company.objects.count() == 3


def test_unknown_stages_are_refused() -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("demo", "--stage", "finished")


def test_the_whole_team_answers_anonymously_and_may_be_seen_by_group() -> None:
    opened()
    team = Assessment.objects.get(anonymous=True)
    assert team.state == "review"
    assert Respondent.objects.filter(assessment=team).count() >= 20
    seen = perceive(framework(), sheet_of(team))
    assert list(seen.classes) == ["leaders", "managers", "frontline"]
    assert seen.flagged


def test_a_review_has_settled_some_practices() -> None:
    opened()
    assert AgreedStage.objects.values("assessment").distinct().count() == 1
    assert AgreedStage.objects.count() >= 3
    assert all(AgreedStage.objects.values_list("reason", flat=True))
