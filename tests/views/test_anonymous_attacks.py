"""What a curious owner tries in an anonymous assessment once its results are there: none of it may change them."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from assessments.actions.answers import save_answer
from assessments.actions.life import move_assessment
from assessments.actions.purge import purge_due
from assessments.actions.rights import erase_respondent
from assessments.maturity.answers import Answer
from assessments.models import Answer as Row
from assessments.models import Assessment, Respondent
from assessments.queries.sheets import sheet_of
from tests.personas import DAY, Inside, World

PRACTICE = "l1-accurate-facts"


def room(world: World, **groups: int) -> Assessment:
    """An anonymous round with so many people in each group, all of whom have answered; the owner leads."""
    round_ = world.assessment
    round_.anonymous, round_.state, round_.minimum_group = True, "collecting", 4
    round_.save()
    world.respondent.delete()
    for group, count in groups.items():
        for number in range(count):
            user = world.owner if (group, number) == ("leaders", 0) else None
            person = Respondent.objects.create(
                workspace=world.workspace, assessment=round_, group=group, name=f"{group} {number}", user=user
            )
            answer = Answer(stage=number % 5, note=f"note of {group} {number}")
            save_answer(respondent=person, practice=PRACTICE, answer=answer)
    return round_


def edited(owner: Client, round_: Assessment, **changes: object) -> int:
    known = {"title": "T", "held_on": DAY, "practice_set": "full", "group": "leaders", "minimum_group": 4}
    sent = {**known, "closes_on": "", **changes}
    return owner.post(reverse("assessment_edit", args=[round_.code]), sent).status_code


def test_the_smallest_group_stays_once_answers_are_closed(world: World, owner: Client) -> None:
    """Two ways of joining groups, taken from each other, would leave less than a group."""
    round_ = room(world, leaders=5, managers=5, frontline=4)
    move_assessment(user=world.owner, assessment=round_, to="review")
    before = sheet_of(round_)
    edited(owner, round_, minimum_group=5)
    round_.refresh_from_db()
    assert (round_.minimum_group, sheet_of(round_)) == (4, before)


@pytest.mark.parametrize("state", ["collecting", "review"])
def test_nobody_who_has_answered_changes_groups(state: str, world: World, owner: Client) -> None:
    round_ = room(world, leaders=5, managers=5, frontline=4)
    if state == "review":
        move_assessment(user=world.owner, assessment=round_, to=state)
    assert edited(owner, round_, group="frontline") == 200  # the form again, with the reason
    assert world.respondent.group == "leaders"


def test_who_has_answered_another_round_only_may_change(world: World, inside: Inside, owner: Client) -> None:
    elsewhere = Respondent.objects.get(assessment=inside.other_assessment, user=world.owner)
    save_answer(respondent=elsewhere, practice=PRACTICE, answer=Answer(stage=2))
    round_ = room(world, frontline=5)
    assert edited(owner, round_, group="leaders") == edited(owner, round_, group="frontline") == 302
    assert world.respondent.group == "frontline"


def test_a_round_closed_by_its_date_does_not_collect_again(world: World, owner: Client) -> None:
    round_ = room(world, leaders=5)
    today = datetime.date(2026, 11, 20)
    Assessment.objects.filter(pk=round_.pk).update(closes_on=today - datetime.timedelta(days=1))
    with time_machine.travel(today):
        owner.force_login(world.owner)
        edited(owner, round_, closes_on=today)
        round_.refresh_from_db()
        assert (round_.state, round_.closes_on) == ("review", today - datetime.timedelta(days=1))


def test_retention_takes_the_notes_of_those_erased_before_as_well(world: World) -> None:
    """Else they would stand out among the others."""
    round_ = room(world, leaders=5)
    erase_respondent(user=world.owner, respondent=Respondent.objects.filter(assessment=round_).latest("pk"))
    world.workspace.retention_months = 6
    world.workspace.save()
    for state in ("review", "final"):
        move_assessment(user=world.owner, assessment=round_, to=state)
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=300)):
        purge_due()
        assert purge_due().erased == 0
    assert set(Row.objects.values_list("note", flat=True)) == {"[…]"}


def test_erasing_changes_no_count_of_the_board(world: World, owner: Client) -> None:
    round_ = room(world, leaders=5, frontline=5)
    url = reverse("progress", args=[round_.code])
    before = owner.get(url).context["board"].total
    erase_respondent(user=world.owner, respondent=Respondent.objects.filter(assessment=round_).latest("pk"))
    assert owner.get(url).context["board"].total == before
