"""The next round, started from the last one in one click."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.next_round import NotOver, start_next_round
from assessments.forms.rounds import season_title
from assessments.links import key_of
from assessments.models import Answer, Assessment, AuditEntry, Message, RedFlag, Respondent
from tests.personas import World

from .held import FIRST, PRACTICES, held


@pytest.fixture
def last(world: World) -> Assessment:
    world.company.assessments.all().delete()
    return held(world, "Spring 2026", FIRST, 2, practice_set="full", targets={PRACTICES[0]: 3}, red_flags=["RF-01"])


def started(world: World, last: Assessment, **more: object) -> Assessment:
    return start_next_round(user=world.owner, assessment=last, **{"title": "Autumn 2026", **more})  # type: ignore[arg-type]


def test_it_asks_the_same_people_the_same_and_none_of_the_answers_come_along(world: World, last: Assessment) -> None:
    Respondent.objects.filter(assessment=last, name="Person 1").update(
        practice_set="quick", dimensions=["l1"], practices=["l2-case-ownership"], language="zh-hant"
    )
    row = started(world, last)
    assert (row.previous, row.practice_set, row.targets) == (last, "full", {PRACTICES[0]: 3})
    assert (row.state, row.held_on, row.closes_on) == ("draft", timezone.localdate(), None)
    copied = {each.name: each for each in row.respondents.all()}
    assert len(copied) == 8 and copied["Person 1"].previous == last.respondents.get(name="Person 1")
    found = copied["Person 1"]
    assert (found.practice_set, found.dimensions, found.practices) == ("quick", ["l1"], ["l2-case-ownership"])
    assert (found.group, found.email, found.language) == ("leaders", "p1@example.com", "zh-hant")
    assert not Answer.objects.filter(respondent__assessment=row).exists()
    assert not any(each.started_at or each.finished_at for each in copied.values())


def test_the_links_of_before_do_not_open_it(world: World, last: Assessment) -> None:
    row = started(world, last)
    before = {key_of("respondent", each) for each in last.respondents.all()}
    assert before.isdisjoint({key_of("respondent", each) for each in row.respondents.all()})


def test_red_flags_are_those_that_are_open_in_the_company(world: World, last: Assessment) -> None:
    RedFlag.objects.create(workspace=world.workspace, company=world.company, flag="RF-03", origin="hand")
    assert started(world, last).red_flags == []  # what was ticked last time is not ticked again


def test_a_double_click_starts_one_round(world: World, last: Assessment, owner: Client) -> None:
    address = reverse("next_round", args=[last.code])
    first, second = (owner.post(address, {"title": "Autumn 2026"}) for _ in range(2))
    row = Assessment.objects.get(previous=last)
    assert first.headers["Location"] == second.headers["Location"] == reverse("assessment", args=[row.code])
    entry = AuditEntry.objects.get(act="next-round-started")
    assert entry.detail == {"title": "Autumn 2026", "last": "Spring 2026", "count": 8}


def test_people_are_invited_when_that_is_asked_for(world: World, last: Assessment, owner: Client) -> None:
    owner.post(reverse("next_round", args=[last.code]), {"title": "", "invite": "1"})
    row = Assessment.objects.get(previous=last)
    assert row.state == "collecting" and row.title == season_title(timezone.localdate())
    assert Message.objects.filter(assessment=row, kind="invitation").count() == 8


def test_nobody_is_written_to_otherwise(world: World, last: Assessment) -> None:
    started(world, last)
    assert not Message.objects.exists()


def test_the_list_of_an_anonymous_round_comes_along_without_a_trace_of_who_answered(
    world: World, last: Assessment
) -> None:
    Assessment.objects.filter(pk=last.pk).update(anonymous=True, minimum_group=6)
    people = last.respondents
    people.filter(name="Person 0").first().answers.all().delete()  # has not answered, and comes along like the others
    people.filter(name="Person 1").update(practices=[PRACTICES[3]])  # somebody else did not know it
    people.filter(name="Person 2").update(dimensions=["none"], practices=[PRACTICES[3]])
    Respondent.objects.create(workspace=world.workspace, assessment=last, group="leaders", email="joined@example.com")
    row = started(world, Assessment.objects.get(pk=last.pk))
    assert (row.anonymous, row.minimum_group) == (True, 6)
    assert {each.name for each in row.respondents.all()} == {f"Person {n}" for n in (0, 1, 3, 4, 5, 6, 7)}
    assert all(each.practices == [] for each in row.respondents.all())


def test_who_is_erased_does_not_come_back(world: World, last: Assessment) -> None:
    last.respondents.filter(name="Person 4").update(erased_at=timezone.now(), name="", email="")
    assert started(world, last).respondents.count() == 7


def test_not_while_the_round_takes_answers(world: World, last: Assessment, owner: Client) -> None:
    Assessment.objects.filter(pk=last.pk).update(state="collecting")
    with pytest.raises(NotOver):
        started(world, last)
    page = owner.post(reverse("next_round", args=[last.code]), {"title": "Too soon"}, follow=True)
    assert "still takes answers" in page.content.decode()
    assert not Assessment.objects.filter(previous=last).exists()


def test_readers_start_nothing(world: World, last: Assessment, viewer: Client) -> None:
    assert viewer.post(reverse("next_round", args=[last.code]), {"title": "Mine"}).status_code == 403
    assert "next-title" not in viewer.get(reverse("assessment", args=[last.code])).content.decode()


def test_the_page_of_a_final_round_offers_it_and_then_leads_there(
    world: World, last: Assessment, owner: Client
) -> None:
    address = reverse("assessment", args=[last.code])
    assert "Start the next round" in owner.get(address).content.decode()
    row = started(world, last)
    page = owner.get(address).content.decode()
    assert "Start the next round" not in page and reverse("assessment", args=[row.code]) in page


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ((2027, 3, 1), "Spring 2027"),
        ((2027, 8, 31), "Summer 2027"),
        ((2027, 11, 2), "Autumn 2027"),
        ((2027, 12, 24), "Winter 2027"),
        ((2027, 2, 1), "Winter 2027"),
    ],
)
def test_the_title_is_proposed_by_the_season(day: tuple[int, int, int], title: str) -> None:
    assert season_title(datetime.date(*day)) == title


def test_a_title_that_is_taken_is_not_proposed_again() -> None:
    assert season_title(datetime.date(2027, 4, 2), ["Spring 2027"]) == "April 2027"
