"""Every way from every state: open with its whole form, or refused in a sentence with nothing half shown."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from assessments.actions.life import BACK, MOVES
from tests.personas import World

WAYS = [(before, to) for before in MOVES for to in MOVES]
SHUT = [(before, to) for before, to in WAYS if to not in MOVES[before]]


def page(world: World, to: str) -> str:
    return reverse("assessment_move", args=[world.assessment.code, to])


def put(world: World, state: str, **more: object) -> None:
    for name, value in {"state": state, **more}.items():
        setattr(world.assessment, name, value)
    world.assessment.save()


@pytest.mark.parametrize(("before", "to"), WAYS)
def test_a_way_that_is_open_asks_and_one_that_is_not_leads_back(
    before: str, to: str, world: World, owner: Client
) -> None:
    put(world, before)
    answer = owner.get(page(world, to))
    if to in MOVES[before]:
        assert answer.status_code == 200
        assert ('name="reason"' in answer.content.decode()) == ((before, to) in BACK)
    else:
        assert answer.headers["Location"] == reverse("assessment", args=[world.assessment.code])


@pytest.mark.parametrize(("before", "to"), SHUT)
def test_what_is_sent_to_a_way_that_is_not_open_changes_nothing_and_says_so(
    before: str, to: str, world: World, owner: Client
) -> None:
    put(world, before)
    answer = owner.post(page(world, to), {"reason": "Because", "closes_on": ""}, follow=True)
    assert answer.redirect_chain
    assert "Nothing was changed: the assessment stands at" in answer.content.decode()
    world.assessment.refresh_from_db()
    assert world.assessment.state == before


@pytest.mark.parametrize("before", ["draft", "collecting"])
def test_that_an_anonymous_round_closes_for_good_is_said_before(before: str, world: World, owner: Client) -> None:
    for anonymous in (False, True):
        put(world, before, anonymous=anonymous)
        assert ("This is for good" in owner.get(page(world, "review")).content.decode()) == anonymous
    put(world, "final", anonymous=True)
    assert "This is for good" not in owner.get(page(world, "review")).content.decode()


def test_back_without_a_reason_is_no_success(world: World, owner: Client) -> None:
    put(world, "final")
    answer = owner.post(page(world, "review"), {"reason": "  "})
    assert answer.status_code == 400
    assert 'name="reason"' in answer.content.decode()


def test_one_whose_last_day_is_over_is_closed_before_it_moves_on(world: World, owner: Client) -> None:
    put(world, "collecting", closes_on=datetime.date(2026, 11, 20))
    with time_machine.travel("2026-11-21"):
        owner.force_login(world.owner)
        answer = owner.get(page(world, "review"), follow=True)
        assert "stands at “In review” now" in answer.content.decode()
        assert owner.get(page(world, "final")).status_code == 200
