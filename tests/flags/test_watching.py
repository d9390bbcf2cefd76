"""Flags that raise themselves: by figures, measures and journeys; once, and again only for news."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

import pytest
from django.utils import timezone

from assessments.actions.flags import close_flag, watch
from assessments.actions.responses import NewResponse, store_responses
from assessments.models import AuditEntry, Company, Figure, Journey, PlanItem, RedFlag
from assessments.queries.alarms import EVERYBODY
from tests.personas import World

RESOLUTION = {"p50": 4, "p90": 30, "cases": 100, "first_contact": 50, "reopened": 8}


def figure(company: Company, kind: str, numbers: dict[str, float]) -> Figure:
    month = timezone.localdate().replace(day=1)
    row, _new = Figure.objects.update_or_create(
        workspace=company.workspace,
        company=company,
        kind=kind,
        touchpoint="",
        month=month,
        defaults={"numbers": numbers},
    )
    return row


def answers(company: Company, measure: str, score: int, number: int, *, days_ago: int = 2, **more: Any) -> None:
    low, high = (0, 10) if measure == "nps" else (1, 5)
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    store_responses(
        company,
        "import",
        [
            NewResponse(measure, "", score, low, high, day, str(uuid.uuid4()), uuid.uuid4(), **more)
            for _each in range(number)
        ],
    )


def journey(company: Company, **touchpoint: Any) -> Journey:
    point = {"id": "t1", "name": "Hand over", **touchpoint}
    map = {
        "schema": "cx-journey/1",
        "title": "Repair",
        "stages": [{"id": "s1", "name": "Shop", "touchpoints": [point]}],
    }
    return Journey.objects.create(workspace=company.workspace, company=company, title="Repair", map=map)


def test_a_figure_raises_a_flag_once(world: World) -> None:
    assert watch(world.company) == []
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 7})
    assert watch(world.company) == ["RF-03"]
    assert watch(world.company) == []
    flag = RedFlag.objects.get()
    assert (flag.origin, flag.raised_by, flag.numbers["found"][0]["overdue"]) == ("measure", None, 7)
    entry = AuditEntry.objects.get(act="flag-raised")
    assert (entry.actor_id, entry.company_id, entry.detail) == (None, world.company.pk, {"flag": "RF-03"})


def test_what_a_person_closed_comes_back_only_when_it_is_worse(world: World) -> None:
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 7})
    watch(world.company)
    close_flag(user=world.owner, company=world.company, flag=RedFlag.objects.get(), reason="All were rung today.")
    assert watch(world.company) == []
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 6})
    assert watch(world.company) == []
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 8})
    assert watch(world.company) == ["RF-03"]
    assert RedFlag.objects.filter(closed_at=None).count() == 1


def test_measures_raise_flags_from_thirty_answers(world: World) -> None:
    answers(world.company, "csat", 5, 30)
    answers(world.company, "nps", 3, 29)
    assert watch(world.company) == []
    answers(world.company, "nps", 3, 1)
    assert watch(world.company) == ["RF-12"]


def test_old_answers_raise_nothing(world: World) -> None:
    answers(world.company, "csat", 5, 40, days_ago=90)
    answers(world.company, "nps", 3, 40, days_ago=90)
    assert watch(world.company) == []


def test_after_the_sale(world: World) -> None:
    journey(world.company, name="The floor", moment_of_truth="purchase")
    for place in ("The floor", "Repair"):
        answers(world.company, "csat", 5, 20, touchpoint=place)
        answers(world.company, "csat", 2, 15, touchpoint=place)
        answers(world.company, "nps", 3, 35, touchpoint=place)
    assert watch(world.company) == ["RF-11"]
    assert RedFlag.objects.get().numbers["found"][0]["places"] == ["The floor"]


def test_customers_asked_too_often(world: World) -> None:
    answers(world.company, "csat", 3, 1, days_ago=80, customer="c" * 64)
    answers(world.company, "nps", 3, 1, days_ago=2)  # nobody known
    answers(world.company, "nps", 3, 1, days_ago=3)
    assert watch(world.company, whose=EVERYBODY) == []
    answers(world.company, "nps", 3, 1, days_ago=1, customer="c" * 64)
    assert watch(world.company) == []
    assert watch(world.company, whose="d" * 64) == []
    assert watch(world.company, whose="c" * 64) == ["RF-14"]


@pytest.mark.parametrize("apart", [89, 90])
def test_ninety_days_apart_is_apart_enough(apart: int, world: World) -> None:
    answers(world.company, "csat", 3, 1, days_ago=apart, customer="c" * 64)
    answers(world.company, "csat", 3, 1, days_ago=0, customer="c" * 64)
    assert watch(world.company, whose=EVERYBODY) == ([] if apart == 90 else ["RF-14"])


def test_resting_unless_the_plan_holds_something(world: World) -> None:
    answers(world.company, "csat", 5, 30)
    answers(world.company, "nps", 9, 30)
    item = PlanItem.objects.create(workspace=world.workspace, company=world.company, title="Ring back", state="doing")
    assert watch(world.company) == []
    item.state = "done"
    item.save()
    assert watch(world.company) == ["RF-19"]


def test_journeys_raise_what_is_ticked_and_worst_moments(world: World) -> None:
    row = journey(world.company, mistakes=["RF-04"], emotion={"value": -2, "basis": "reported", "n": 8})
    assert watch(world.company) == ["RF-04", "RF-20"]
    flag = RedFlag.objects.get(flag="RF-04")
    assert (flag.origin, flag.about) == ("journey", str(row.code))
    close_flag(user=world.owner, company=world.company, flag=flag, reason="A person answers now.")
    assert watch(world.company) == []
    row.map["stages"][0]["touchpoints"].append({"id": "t2", "name": "Phone", "mistakes": ["RF-04"]})
    row.save()
    assert watch(world.company) == ["RF-04"]  # seen in another place


def test_other_companies_raise_nothing_here(world: World, inside: Any) -> None:
    for company in (inside.other_company, inside.twin):
        figure(company, "resolution", {**RESOLUTION, "overdue": 7})
        journey(company, mistakes=["RF-04"])
        answers(company, "csat", 3, 1, days_ago=5, customer="c" * 64)
        answers(company, "csat", 3, 1, days_ago=1, customer="c" * 64)
    assert watch(world.company, whose=EVERYBODY) == []
    assert watch(inside.twin, whose=EVERYBODY) == ["RF-03", "RF-04", "RF-14"]


def test_nothing_new_costs_few_queries(world: World, django_assert_num_queries: Any) -> None:
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 7})
    watch(world.company)
    answers(world.company, "nps", 9, 3, touchpoint="Shop")
    with django_assert_num_queries(7):  # a transaction, journeys, plan, figures, counts, open and closed flags
        watch(world.company)
