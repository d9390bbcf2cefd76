"""The scores of compared rounds are kept, and never shown as they were once anything about them has changed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from assessments.actions.flags import raise_flag
from assessments.actions.review import settle_stage
from assessments.models import Answer, Assessment, Respondent
from assessments.results.rounds import compare_rows
from assessments.rounds.common import Round
from tests.personas import World

from .held import FIRST, FRAME, PRACTICES, SECOND, answer, held
from .test_page import page_of

Change = Callable[[World, Assessment], object]


@pytest.fixture
def two(world: World) -> list[Assessment]:
    """Two rounds; the later one is in review, so that it can still be settled."""
    return [held(world, "Spring 2026", FIRST, 1), held(world, "Autumn 2026", SECOND, 1, state="review")]


def last(rows: list[Assessment]) -> Round:
    return compare_rows(list(Assessment.objects.filter(pk__in=[each.pk for each in rows]))).comparison.rounds[-1]


def answered(world: World, row: Assessment) -> object:
    return Answer.objects.filter(respondent__assessment=row).update(stage=3, saved_at=timezone.now())


def settled(world: World, row: Assessment) -> object:
    return settle_stage(user=world.owner, assessment=row, practice=PRACTICES[0], stage=4, reason="Seen.", seen=0)


def flagged(world: World, row: Assessment) -> object:
    return raise_flag(user=world.owner, company=world.company, flag=next(iter(FRAME.flags)), evidence="Seen in May.")


def joined(world: World, row: Assessment) -> None:
    person = Respondent.objects.create(workspace=row.workspace, assessment=row, name="Late", group="frontline")
    answer(person, dict.fromkeys(PRACTICES, 4))


def left(world: World, row: Assessment) -> object:
    person = row.respondents.order_by("pk")[0]
    return Answer.objects.filter(respondent=person).delete()


@pytest.mark.parametrize("change", [answered, settled, flagged, joined, left])
def test_what_has_changed_is_scored_anew(world: World, two: list[Assessment], change: Change) -> None:
    before = last(two).card
    assert last(two).card == before
    change(world, two[1])
    assert last(two).card != before


def test_another_day_is_scored_anew(world: World, two: list[Assessment], monkeypatch: pytest.MonkeyPatch) -> None:
    """The grade of confidence says how old the answers are."""
    before = last(two).card
    monkeypatch.setattr(timezone, "localdate", lambda: SECOND + datetime.timedelta(days=3000))
    assert last(two).card.confidence != before.confidence


def test_a_title_is_never_an_old_one(world: World, owner: Client, two: list[Assessment]) -> None:
    page_of(world, owner)
    Assessment.objects.filter(pk=two[1].pk).update(title="Second round")
    assert "Second round" in page_of(world, owner) and "Autumn 2026" not in page_of(world, owner)


def test_opened_again_it_asks_for_no_answer(
    world: World, owner: Client, two: list[Assessment], django_assert_num_queries: Any
) -> None:
    first = page_of(world, owner).partition("<main")[2]
    with django_assert_num_queries(6):  # session, person, company; rounds, plan; people and whether anything changed
        assert page_of(world, owner).partition("<main")[2] == first
