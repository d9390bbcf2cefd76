"""What is published of whom, and when it changes: joining, leaving and deleting tell nothing of a single company."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.utils import timezone

from assessments.actions.cohorts import join_benchmark, leave_benchmark, publish
from assessments.actions.deletion import delete_company
from assessments.models import Assessment, AuditEntry, Cohort, Company
from tests.personas import World
from tests.portfolio.rounds import company, held

from .conftest import HELD, TODAY, part

pytestmark = pytest.mark.django_db
Others = Callable[..., list[Company]]
ALL = "cx-pyramid-1/experience/all"


def day(after: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=after)


def values(key: str = ALL) -> list[float]:
    return [entry[2] for entry in Cohort.objects.filter(key=key).latest("published_on").entries]


def test_everybody_by_industry_and_by_size_on_the_same_day(world: World, others: Others) -> None:
    others(1, 2, 3, 4, 0)
    assert publish(TODAY) == 36
    assert set(Cohort.objects.values_list("published_on", flat=True)) == {TODAY}
    assert sorted(values()) == [0, 25, 50, 75, 100]
    assert sorted(values("cx-pyramid-1/int/industry:retail")) == [0, 25, 50, 75, 100]
    assert sorted(values("cx-pyramid-1/trust/size:1000+"))[1:] == [25, 50, 75, 100]


def test_twice_a_day_or_without_a_change_it_does_nothing(others: Others) -> None:
    others(1, 2, 3, 4, 0)
    assert publish(TODAY) == 36
    others(1, 1, 1, 1)
    assert publish(TODAY) == 0
    assert publish(day(1)) == 36
    assert publish(day(2)) == 0
    assert Cohort.objects.count() == 72, "each is kept for good"


@pytest.mark.parametrize(("newcomers", "seen"), [(1, 6), (2, 6), (3, 9)])
def test_a_cohort_stays_until_three_companies_have_changed(newcomers: int, seen: int, others: Others) -> None:
    others(1, 2, 3, 4, 0, 2)
    publish(TODAY)
    others(*[4] * newcomers)
    publish(day(1))
    assert len(values()) == seen


def test_who_leaves_stays_in_what_was_published_until_three_have_changed(world: World, others: Others) -> None:
    rows = others(1, 2, 3, 4, 0, 2, 2, 2)
    publish(TODAY)
    leave_benchmark(user=world.stranger, company=rows[0])
    publish(day(1))
    assert rows[0].code.hex in {entry[0] for entry in Cohort.objects.filter(key=ALL).latest("published_on").entries}
    delete_company(user=world.stranger, company=rows[1])
    publish(day(2))
    assert len(values()) == 8, "nor does a deleted one show by its absence"
    leave_benchmark(user=world.stranger, company=rows[2])
    publish(day(3))
    assert len(values()) == 5
    left = {entry[0] for entry in Cohort.objects.filter(key=ALL).latest("published_on").entries}
    assert not left & {each.code.hex for each in rows[:3]}


def test_coming_back_to_a_basis_shown_before_is_no_way_round(world: World, others: Others) -> None:
    rows = others(1, 2, 3, 4, 0)
    publish(TODAY)
    others(4, 4, 4)
    publish(day(1))
    for each in Company.objects.filter(name__startswith="Other").exclude(pk__in=[row.pk for row in rows[1:]])[:3]:
        leave_benchmark(user=world.stranger, company=each)
    publish(day(2))
    shown = [frozenset(entry[0] for entry in row.entries) for row in Cohort.objects.filter(key=ALL)]
    assert all(len(one ^ other) >= 3 for one in shown for other in shown if one is not other)


def test_only_final_full_rounds_between_3_and_24_months_of_those_who_agreed(world: World) -> None:
    part(world.elsewhere, "Counts", 3)
    part(world.elsewhere, "Without a round", None)
    company(world.elsewhere, "Has not agreed")
    held(Company.objects.get(name="Has not agreed"), 3, on=HELD)
    for name, columns in {
        "Young": {"on": day(-60)},
        "Old": {"on": day(-800)},
        "In review": {"on": HELD, "state": "review"},
        "Quick": {"on": HELD, "practice_set": "quick"},
        "Half": {"on": HELD, "practices": 20},
    }.items():
        held(part(world.elsewhere, name, None), 3, **columns)
    gone = part(world.elsewhere, "Gone", 3, deleted_at=timezone.now())
    publish(TODAY)
    assert gone.deleted_at
    [entry] = Cohort.objects.get(key=ALL).entries
    assert entry[0] == Company.objects.get(name="Counts").code.hex


def test_a_practice_said_not_to_apply_takes_its_dimension_out(world: World) -> None:
    row = part(world.elsewhere, "Counts", 3)
    Assessment.objects.get(company=row).respondents.first()
    for each in Assessment.objects.get(company=row).respondents.all():
        each.answers.filter(practice="l1-accurate-facts").update(stage=None, not_applicable="out-of-scope")
    publish(TODAY)
    keys = set(Cohort.objects.values_list("key", flat=True))
    assert "cx-pyramid-1/l2/all" in keys and "cx-pyramid-1/trust/all" in keys
    assert "cx-pyramid-1/l1/all" not in keys and ALL not in keys


def test_joining_and_leaving_are_on_record_and_happen_once(world: World) -> None:
    for _twice in range(2):
        join_benchmark(user=world.owner, company=world.company)
    since = Company.objects.get(pk=world.company.pk).compared_since
    for _twice in range(2):
        leave_benchmark(user=world.owner, company=world.company)
    acts = list(AuditEntry.objects.filter(act__startswith="benchmark").values_list("act", flat=True))
    assert since is not None and acts == ["benchmark-joined", "benchmark-left"]


def test_the_command_says_how_many(others: Others, capsys: pytest.CaptureFixture[str]) -> None:
    others(1, 2)
    call_command("benchmark", "publish")
    assert capsys.readouterr().out == "Published 36 cohorts that have changed.\n"
