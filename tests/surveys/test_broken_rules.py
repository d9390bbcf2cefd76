"""A fault in the rules of the red flags takes no customer’s answer with it, and a key of nonsense is no fault."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.test import Client

from assessments.models import Company, DailyCount, Response
from tests.personas import World

from .asking import answer_by_link, running


def test_an_answer_outlives_a_fault_in_the_rules(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    def broken(*_args: Any, **_more: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("assessments.actions.flags.alarms_of", broken)
    survey = running(world)
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True) as called:
        assert answer_by_link(survey, nps="9").status_code == 200
    assert called and "ZeroDivisionError" in caplog.text
    assert Response.objects.get(survey=survey).score == 9
    assert [each.count for each in DailyCount.objects.filter(cut="all")] == [1]


def test_an_answer_has_the_rules_looked_at(
    world: World, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    looked: list[str] = []

    def look(company: Company, **_more: Any) -> list[Any]:
        looked.append(company.name)
        return []

    monkeypatch.setattr("assessments.actions.flags.alarms_of", look)
    with django_capture_on_commit_callbacks(execute=True):
        answer_by_link(running(world), nps="9")
    assert looked == [world.company.name]


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["!" * 43, " " * 21 + "A" * 22, "\0" * 43, "." * 40 + "AAA"])
def test_a_key_of_nonsense_is_unknown(key: str) -> None:
    assert Client().post("/s/", {"key": f"#{key}"}).status_code == 404
    assert Client().get(f"/s/stop/{key}/").status_code == 404
