"""The company erases a customer who asks for it, and forgets addresses when their time is over."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from assessments.actions.purge import purge_due
from assessments.models import AuditEntry, Comment, DailyCount, Response, SurveyInvitation
from tests.personas import World
from tests.surveys.asking import asked, invite, let_in, running
from tests.surveys.test_list import imported


@pytest.mark.parametrize("typed", ["ada@example.net", "  ADA@Example.NET "])
def test_a_customer_is_erased_wherever_they_came_from(typed: str, world: World, owner: Client) -> None:
    imported(world, "csat", 200)
    imported(world, "csat", 5, who="bo@example.net")
    phone, own = let_in(asked(world, running(world)))
    phone.post(own, {"nps": "2", "disappointed": "Late"})
    url = f"/companies/{world.company.code}/customers/erase/"
    page = owner.post(url, {"who": typed}).content.decode()
    assert "2 scores of this customer are kept." in page and Response.objects.count() == 3
    page = owner.post(url, {"who": typed, "act": "erase"}).content.decode()
    assert "The customer is erased." in page and "scores 2, comments 1, addresses 1" in page
    assert Response.objects.count() == 1 and not Comment.objects.exists()
    assert sum(DailyCount.objects.filter(cut="all").values_list("count", flat=True)) == 1
    assert SurveyInvitation.objects.get().email == "" and phone.get(own).status_code == 404
    entry = AuditEntry.objects.get(act="customer-erased")
    assert entry.detail == {"count": 3}


def test_of_a_stranger_nothing_is_known_and_nothing_goes(world: World, owner: Client) -> None:
    imported(world, "csat", 5)
    url = f"/companies/{world.company.code}/customers/erase/"
    assert "Nothing is kept of this customer." in owner.post(url, {"who": "c-1007"}).content.decode()
    assert "Nothing was kept" in owner.post(url, {"who": "c-1007", "act": "erase"}).content.decode()
    assert owner.post(url, {"who": " "}).status_code == 400
    assert Response.objects.count() == 1


def test_addresses_go_after_the_time_the_workspace_keeps_people(world: World) -> None:
    survey = running(world)
    invite(world, survey, "ada@example.net", "bo@example.net")
    long_ago = timezone.now() - datetime.timedelta(days=400)
    SurveyInvitation.objects.filter(email__startswith="ada").update(invited_at=long_ago)
    purge_due()
    assert SurveyInvitation.objects.exclude(email="").count() == 2
    world.workspace.retention_months = 12
    world.workspace.save()
    for _twice in range(2):
        purge_due()
        assert list(SurveyInvitation.objects.exclude(email="").values_list("email", flat=True)) == ["bo@example.net"]
