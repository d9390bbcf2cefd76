"""Figures that are kept beside the rows: never shown when the rows have changed, never missed when gone."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone

from assessments.actions.companies import update_company
from assessments.actions.life import move_assessment
from assessments.actions.review import settle_stage
from assessments.actions.standings import fresh_places
from assessments.actions.standings_due import count_due
from assessments.models import Assessment, Company, PlanItem, Respondent, Standing
from assessments.queries.standings import places_of
from tests.personas import World

from .rounds import company, held, kept, say

pytestmark = pytest.mark.django_db
LAST_YEAR = datetime.date(2025, 9, 1)


def place(company: Company, seconds: float = 60) -> Any:
    [found] = fresh_places([Company.objects.get(pk=company.pk)], seconds)
    return found


def columns(company: Company) -> Company:
    return Company.objects.get(pk=company.pk)


def test_figures_are_computed_when_they_are_asked_for_and_kept(world: World, django_assert_num_queries: Any) -> None:
    asked = company(world.workspace, "Kestrel")
    held(asked, 3, state="review")
    standing = place(asked).standing
    assert (standing.level, standing.average, standing.trust) == (6, 75.0, pytest.approx(75))
    assert [each.pk for each in kept(asked)] == [standing.pk]
    companies = [columns(asked)]
    with django_assert_num_queries(4):
        fresh_places(companies, 0)


def test_an_answer_makes_the_figures_old_at_once(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    row = held(asked, 3, state="draft")
    assert place(asked).standing.level == 6
    say(row, 1)
    [found] = places_of([asked])
    assert found.standing is None and not found.is_fresh
    assert fresh_places([asked], -1)[0].standing is None, "without time nothing is computed, and nothing old is shown"
    assert place(asked).standing.level == 0


def test_an_agreed_stage_a_group_and_a_state_make_them_old(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    row = held(asked, 3, state="review", people=2)

    def is_old() -> bool:
        [found] = places_of([asked])
        place(asked)
        return not found.is_fresh

    assert is_old()
    assert not is_old()
    settle_stage(user=world.owner, assessment=row, practice="l1-accurate-facts", stage=0, reason="Seen", seen=0)
    assert is_old()
    Respondent.objects.filter(assessment=row, name="P1").update(group="frontline")
    assert is_old()
    move_assessment(user=world.owner, assessment=row, to="final")
    assert is_old()
    assert not is_old()


def test_dropping_the_figures_changes_nothing_but_time(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    held(asked, 2, on=LAST_YEAR, people=8)
    held(asked, 3, people=8)
    before = place(asked)
    Standing.objects.all().delete()
    Company.objects.update(last_level=None, last_trust=None, last_change=None, counted_at=None, dropped=True)
    after = place(asked)
    assert (after.standing.level, after.standing.changes) == (before.standing.level, before.standing.changes)
    found = columns(asked)
    assert (found.last_level, found.last_change, found.dropped) == (6, 25.0, False)
    assert found.counted_at is not None


def test_the_change_since_the_round_before_follows_that_round_too(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    first = held(asked, 1, on=LAST_YEAR, people=8, state="review")
    held(asked, 3, people=8)
    assert place(asked).standing.changes["experience"] == [50.0, "up"]
    say(first, 4)
    [found] = places_of([asked])
    assert found.standing is None
    assert place(asked).standing.changes["experience"] == [-25.0, "down"]
    assert columns(asked).dropped


def test_small_groups_see_no_change_where_it_may_be_chance(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    held(asked, 2, on=LAST_YEAR, people=3)
    row = held(asked, 2, people=3, state="review")
    row.respondents.first().answers.filter(practice__startswith="l1").update(stage=3)
    points, verdict = place(asked).standing.changes["experience"]
    assert 0 < points < 2 and verdict == "no-visible-change"


def test_an_open_round_counts_only_where_there_is_no_finished_one(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    first = held(asked, 3, on=LAST_YEAR)
    running = held(asked, 1, practices=10, state="collecting", people=3)
    assert place(asked).shown.assessment == first
    alone = company(world.workspace, "Alone")
    begun = held(alone, 1, practices=10, state="collecting")
    assert place(alone).shown.assessment == begun and place(alone).standing.provisional
    whole = held(asked, 2, state="draft", on=timezone.localdate())
    assert place(asked).shown.assessment == whole
    assert running.pk not in place(asked).kept


def test_a_sealed_round_has_no_figures_and_leaves_none(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    row = held(asked, 3, people=6, state="collecting", anonymous=True)
    found = place(asked)
    assert found.shown is None and found.standing is None and kept(asked) == []
    move_assessment(user=world.owner, assessment=row, to="review")
    assert place(asked).standing.level == 6


def test_an_overdue_round_counts_as_closed(world: World) -> None:
    asked = company(world.workspace, "Kestrel")
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    held(asked, 3, state="collecting", closes_on=yesterday, practices=40)
    assert place(asked).latest.assessment.state == "review"
    assert place(asked).shown is not None and columns(asked).last_state == "review"


def test_the_next_date_is_the_first_of_closing_plan_and_next_round(world: World) -> None:
    asked = company(world.workspace, "Kestrel", round_months=6)
    held(asked, 3, on=datetime.date(2026, 8, 31))
    assert tuple(place(asked).next) == ("round", datetime.date(2027, 2, 28))
    PlanItem.objects.create(workspace=world.workspace, company=asked, title="A", due_on=datetime.date(2027, 1, 5))
    PlanItem.objects.create(
        workspace=world.workspace, company=asked, title="B", due_on=datetime.date(2026, 1, 5), state="done"
    )
    assert tuple(place(asked).next) == ("plan", datetime.date(2027, 1, 5))
    PlanItem.objects.create(
        workspace=world.workspace, company=asked, title="C", state="accepted", review_on=datetime.date(2026, 12, 30)
    )
    assert tuple(place(asked).next) == ("plan", datetime.date(2026, 12, 30))
    last = timezone.localdate() + datetime.timedelta(days=1)
    held(asked, None, state="collecting", closes_on=last, on=timezone.localdate())
    assert tuple(place(asked).next) == ("closing", last)
    assert columns(asked).next_on == last


def test_every_act_has_the_company_counted_again(world: World, django_capture_on_commit_callbacks: Any) -> None:
    place(world.company)
    other = company(world.workspace, "Kestrel")
    place(other)
    with django_capture_on_commit_callbacks(execute=True):
        update_company(user=world.owner, company=world.company, name="Harbour", industry="", size="")
    assert columns(world.company).counted_at is None
    assert columns(other).counted_at is not None


@pytest.mark.django_db(transaction=True)
def test_a_fault_when_the_act_is_stored_takes_nothing_back(world: World, caplog: pytest.LogCaptureFixture) -> None:
    def broken(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("UPDATE") and 'SET "counted_at"' in sql:
            raise OperationalError("database table is locked")
        return execute(sql, *rest)

    with connection.execute_wrapper(broken):
        update_company(user=world.owner, company=world.company, name="Harbour", industry="", size="")
    world.company.refresh_from_db()
    assert world.company.name == "Harbour"
    assert "database table is locked" in caplog.text


def test_the_worker_counts_what_is_due_and_the_command_all(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [company(world.workspace, f"Company {at}") for at in range(3)]
    for each in asked:
        held(each, 2)
    elsewhere = company(world.elsewhere, "Elsewhere")
    held(elsewhere, 3)
    assert count_due(workspace=world.workspace.pk) == 4
    assert count_due(workspace=world.workspace.pk) == 0
    assert columns(elsewhere).counted_at is None
    assert [columns(each).last_trust for each in asked] == [pytest.approx(50)] * 3
    open_round = held(asked[0], 3, state="draft", on=timezone.localdate())
    Company.objects.filter(pk=asked[0].pk).update(last_state="draft")
    assert count_due() == 1, "elsewhere"
    long_ago = timezone.now() - datetime.timedelta(hours=2)
    Company.objects.filter(pk=asked[0].pk).update(counted_at=long_ago)
    assert count_due() == 1, "open rounds are looked at again after an hour"
    assert columns(asked[0]).last_on == open_round.held_on
    call_command("standings")
    assert capsys.readouterr().out == "Looked at 5 companies.\n"
    Standing.objects.all().delete()
    call_command("standings", verbosity=0)
    assert Standing.objects.count() == 5


def test_deleted_companies_are_not_counted(world: World) -> None:
    gone = company(world.workspace, "Gone", deleted_at=timezone.now())
    held(gone, 2)
    count_due(everything=True)
    assert not kept(gone)


def test_a_deleted_round_takes_its_figures_along(world: World, owner: Any) -> None:
    row = held(world.company, 3, on=timezone.localdate())
    place(world.company)
    Assessment.objects.filter(pk=row.pk).delete()
    assert place(world.company).shown is None
    assert owner.get(reverse("workspace", args=[world.workspace.code])).status_code == 200
