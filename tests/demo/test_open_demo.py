"""`manage.py demo`: what it writes, what it leaves alone, and that everybody in it can do what they should."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments import demo
from assessments.actions.workspaces import open_workspace
from assessments.demo import account as demo_account
from assessments.models import Answer, Assessment, Company, Respondent, User, Workspace
from assessments.queries.sheets import facts_of, sheet_of

from .conftest import Opened

pytestmark = pytest.mark.django_db


def test_what_is_stored_is_what_the_story_says(opened: Opened) -> None:
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
    answered_and_every_page_opens(1512)


@pytest.mark.parametrize(("stage", "answers"), [("empty", 0), ("half", 756)])
def test_the_stages_differ_in_answers_alone_and_every_page_opens(opened: Opened, stage: str, answers: int) -> None:
    opened(stage=stage)
    answered_and_every_page_opens(answers)


def answered_and_every_page_opens(answers: int) -> None:
    latest = Assessment.objects.filter(next_rounds=None)  # not those of before, which only the whole story has
    full = Answer.objects.filter(respondent__assessment__in=latest.filter(practice_set="full", anonymous=False))
    assert full.count() == pytest.approx(answers, abs=6)
    people = Respondent.objects.filter(assessment__in=latest)
    assert (Company.objects.count(), latest.count(), people.count()) == (3, 5, 56)
    browser = Client()
    browser.force_login(User.objects.get(email=demo_account.EMAIL))
    for each in Assessment.objects.all():
        for name in ("assessment", "report", "red_flags", "targets"):
            assert browser.get(reverse(name, args=[each.code])).status_code == 200


def test_if_empty_leaves_any_other_workspace_alone(opened: Opened) -> None:
    open_workspace(user=User.objects.create_user("somebody@example.com"), name="Real work")
    assert opened(if_empty=True) == ""
    assert not Company.objects.exists()
    assert "Opened" in opened(stage="empty")
    assert Workspace.objects.count() == 2


def test_it_can_be_told_to_be_quiet(opened: Opened) -> None:
    assert opened(verbosity=0, stage="empty") == ""
    assert Company.objects.count() == 3


def test_unknown_stages_are_refused() -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("demo", "--stage", "finished")
