"""What is kept of answers is found again only while every answer is the same, in whatever order they were stored."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.answers import save_answer
from assessments.actions.rights import omit_texts
from assessments.actions.uploads import take_in_file
from assessments.files.value import AnswerFile
from assessments.maturity.answers import Answer
from assessments.maturity.answers import Respondent as Person
from assessments.models import Answer as Row
from assessments.models import Assessment, Assumption, Journey, PlanItem, StyleFile
from assessments.queries.round_people import people_rows, stamp_of_rounds
from assessments.queries.round_stamps import stamped_rounds_of
from assessments.queries.sheets import stamp_of
from tests.personas import World

NOON = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)
BEFORE = NOON - datetime.timedelta(milliseconds=200)
ONE, OTHER = "l1-accurate-facts", "l1-searchable-help"


def of_report(row: Assessment) -> str:
    return stamp_of(row.workspace_id, row.pk)


def of_next_report(row: Assessment) -> str:
    """That of a round which is compared with this one."""
    last = {"title": "Next", "held_on": row.held_on, "company_id": row.company_id}
    follower, _new = Assessment.objects.get_or_create(workspace_id=row.workspace_id, previous=row, defaults=last)
    return stamp_of(row.workspace_id, follower.pk)


def of_rounds(row: Assessment) -> str:
    """That of rounds side by side, and of the course of a company."""
    now = Assessment.objects.get(pk=row.pk)
    return stamp_of_rounds([now], people_rows(row.workspace_id, [now]))


def of_portfolio(row: Assessment) -> str:
    return next(
        each.stamp for each in stamped_rounds_of(row.workspace_id, [row.company])[row.company_id] if each[0] == row
    )


STAMPS = (of_report, of_next_report, of_rounds, of_portfolio)


def say(world: World, practice: str, stage: int, at: datetime.datetime) -> None:
    with time_machine.travel(at, tick=False):
        assert save_answer(respondent=world.respondent, practice=practice, answer=Answer(stage=stage)).saved


@pytest.mark.parametrize("stamp", STAMPS)
class TestAnswers:
    def test_one_that_came_first_and_was_stored_last(self, world: World, stamp: Callable[[Assessment], str]) -> None:
        say(world, ONE, 1, BEFORE - datetime.timedelta(hours=1))
        say(world, OTHER, 1, NOON)
        before = stamp(world.assessment)
        assert stamp(world.assessment) == before
        say(world, ONE, 4, BEFORE)
        assert stamp(world.assessment) != before

    def test_one_taken_away_and_one_that_came_first(self, world: World, stamp: Callable[[Assessment], str]) -> None:
        for practice, at in ((ONE, BEFORE), (OTHER, NOON)):
            say(world, practice, 1, at)
        before = stamp(world.assessment)
        Row.objects.filter(practice=ONE).delete()
        say(world, "l2-case-ownership", 4, BEFORE)
        assert stamp(world.assessment) != before

    def test_a_text_that_is_taken_away(self, world: World, stamp: Callable[[Assessment], str]) -> None:
        save_answer(respondent=world.respondent, practice=ONE, answer=Answer(stage=2, note="Ask Ada"))
        before = stamp(world.assessment)
        omit_texts(Row.objects.filter(practice=ONE))
        assert stamp(world.assessment) != before

    def test_a_file_whose_answers_came_first(self, world: World, stamp: Callable[[Assessment], str]) -> None:
        say(world, ONE, 1, BEFORE - datetime.timedelta(hours=1))
        say(world, OTHER, 1, NOON)
        person = Person(world.owner.name, world.respondent.group, {ONE: Answer(stage=4)})
        file = AnswerFile(world.assessment.held_on, respondents=(person,))
        changed = Assessment.objects.get(pk=world.assessment.pk).updated_at
        before = stamp(world.assessment)
        with time_machine.travel(BEFORE, tick=False):
            take_in_file(user=world.owner, assessment=world.assessment, file=file, stamp=of_report(world.assessment))
        Assessment.objects.filter(pk=world.assessment.pk).update(updated_at=changed)  # that alone would tell
        assert stamp(world.assessment) != before


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_the_first_by_its_clock_ends_last(world: World, stamp: Callable[[Assessment], str]) -> None:
    """PostgreSQL lets both write, and shows the first when it has ended; SQLite lets the first write when it may."""
    for practice in (ONE, OTHER):
        save_answer(respondent=world.respondent, practice=practice, answer=Answer(stage=1))
    started, go_on = Event(), Event()

    def wait(execute: Callable[..., Any], *told: Any) -> Any:
        done = execute(*told) if connection.vendor == "postgresql" else None
        started.set()
        assert go_on.wait(20)
        return done if connection.vendor == "postgresql" else execute(*told)

    def slowly(person: Any) -> None:
        try:
            if connection.vendor == "postgresql":
                with transaction.atomic(), connection.execute_wrapper(wait):
                    save_answer(respondent=person, practice=ONE, answer=Answer(stage=4))
            else:
                with connection.execute_wrapper(wait):
                    save_answer(respondent=person, practice=ONE, answer=Answer(stage=4))
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(slowly, world.respondent)
        assert started.wait(20)
        save_answer(respondent=world.respondent, practice=OTHER, answer=Answer(stage=3))
        before, latest = stamp(world.assessment), Row.objects.get(practice=OTHER).saved_at
        go_on.set()
        first.result(20)
    assert (Row.objects.get(practice=ONE).stage, Row.objects.get(practice=ONE).saved_at < latest) == (4, True)
    assert stamp(world.assessment) != before


def test_a_page_that_was_opened_in_between_is_made_anew(world: World, owner: Client) -> None:
    page = reverse("report", args=[world.assessment.code])
    for practice in (ONE, OTHER):
        say(world, practice, 3, BEFORE - datetime.timedelta(hours=1))
    say(world, OTHER, 4, NOON)
    assert "Nobody has a list of them" not in owner.get(page).content.decode()
    with time_machine.travel(BEFORE, tick=False):
        said = Answer(stage=0, note="Nobody has a list of them")
        save_answer(respondent=world.respondent, practice=ONE, answer=said)
    assert "Nobody has a list of them" in owner.get(page).content.decode()


@pytest.mark.parametrize(
    ("model", "fields", "time"),
    [
        (Assumption, {"key": ("a", "b"), "low": 1, "base": 2, "high": 3, "noted_on": NOON.date()}, "updated_at"),
        (PlanItem, {"title": ("a", "b"), "state": "done", "done_on": NOON.date()}, "updated_at"),
    ],
)
def test_so_it_is_with_the_other_rows_of_a_report(world: World, model: Any, fields: dict[str, Any], time: str) -> None:
    rows = []
    for at in range(2):
        own = {name: value[at] if isinstance(value, tuple) else value for name, value in fields.items()}
        rows.append(model.objects.create(workspace=world.workspace, company=world.company, **own))
    model.objects.filter(pk=rows[1].pk).update(**{time: timezone.now() + datetime.timedelta(seconds=1)})
    before = of_report(world.assessment)
    model.objects.filter(pk=rows[0].pk).update(**{time: timezone.now()})
    assert of_report(world.assessment) != before


def test_so_it_is_with_the_files_of_the_style_and_journeys(world: World) -> None:
    kept = [
        StyleFile.objects.create(workspace=world.workspace, kind=kind, content_type="", content=b"", name=kind)
        for kind in ("pptx", "docx")
    ]
    StyleFile.objects.filter(pk=kept[1].pk).update(updated_at=timezone.now() + datetime.timedelta(seconds=1))
    before = of_report(world.assessment)
    kept[0].save()
    assert of_report(world.assessment) != before
    mine = {"workspace": world.workspace, "company": world.company, "map": {}}
    gone, latest = (Journey.objects.create(**mine, title=title) for title in "ab")
    later = timezone.now() + datetime.timedelta(seconds=1)
    Journey.objects.filter(pk=latest.pk).update(version=2, updated_at=later)
    before = of_report(world.assessment)
    gone.delete()
    Journey.objects.create(**mine, title="c")
    assert of_report(world.assessment) != before


def test_every_way_of_writing_draws_a_number_anew(world: World) -> None:
    """Also those that nothing uses today: what is forgotten here shows old pages, and nothing says so."""
    now = {"chosen_at": NOON, "saved_at": NOON}
    mine = {"workspace": world.workspace, "respondent": world.respondent}
    seen = {Row.objects.create(**mine, practice=ONE, stage=1, **now).stamp}
    more = Row.objects.bulk_create(Row(**mine, practice=each, stage=1, **now) for each in (OTHER, "l2-case-ownership"))
    seen |= {each.stamp for each in more}

    def stamp() -> int:
        return Row.objects.get(practice=ONE).stamp

    def saved() -> None:
        Row.objects.get(practice=ONE).save()

    def updated() -> None:
        Row.objects.filter(practice=ONE).update(stage=F("stage"))

    def related() -> None:
        world.respondent.answers.update(stage=2)

    def either() -> None:
        Row.objects.update_or_create(**mine, practice=ONE, defaults={"stage": 3})

    for number, write in enumerate((saved, updated, related, either), start=4):
        write()
        seen.add(stamp())
        assert len(seen) == number, write.__name__
