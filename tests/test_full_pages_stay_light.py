"""Pages with as many rows as anybody has are still small, with all that they load."""

from __future__ import annotations

import datetime

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.content.loader import framework
from assessments.models import Company, PlanItem
from assessments.planning.board import LANES
from tests.personas import World
from tests.portfolio.rounds import held
from tests.rounds_pages.held import held as held_round
from tests.targets.helpers import LOW, aim, answered
from tests.weight import weight

MOST = 100_000
PRACTICES = list(framework().practices)
OWNERS = ("Bo Lindqvist", "Li Wei", "Kim Park", "")
WEIGHTS = ("S", "M", "L")


def planned(world: World, count: int) -> None:
    """A plan with everything that an item can say: two thirds to be done, in all lanes, the rest over."""
    today = timezone.localdate()
    PlanItem.objects.bulk_create(
        PlanItem(
            workspace=world.workspace,
            company=world.company,
            title=f"Answer every complaint of kind {at} within {at + 2} hours",
            practice=PRACTICES[at % len(PRACTICES)] if at % 4 else "",
            lane=LANES[at % 3],
            place=at,
            state=("done", "dropped")[at % 2] if at % 3 == 2 else ("open", "doing")[at % 2],
            done_on=today if at % 6 == 2 else None,
            owner=OWNERS[at % 4],
            due_on=today + datetime.timedelta(days=at - 40) if at % 5 else None,
            effort=WEIGHTS[at % 3],
            impact=WEIGHTS[at % 7 % 3],
            signal=f"Fewer than {at} calls a week about it",
            note=f"Asked for by branch {at} in May.",
            links=[f"https://example.com/{at}"],
        )
        for at in range(count)
    )


def test_a_plan_of_three_hundred_items(world: World, owner: Client) -> None:
    answered(world)
    planned(world, 300)
    path = reverse("plan", args=[world.company.code])
    assert owner.get(path).content.count(b"data-card ") == 200
    assert weight(owner, path) <= MOST
    assert len(owner.get(path).content) <= 2_500 * 300  # what the browser has to read


def test_targets_for_every_dimension(world: World, owner: Client) -> None:
    answered(world)
    aim(world, *(("practice", 4.0, each) for each in PRACTICES[:20]))
    planned(world, 300)
    assert weight(owner, reverse("goal", args=[world.company.code])) <= MOST


def test_a_portfolio_of_as_many_companies_as_a_page_shows(world: World, owner: Client) -> None:
    for number in range(50):
        row = Company.objects.create(
            workspace=world.workspace, name=f"Meridian Bank of District {number}", industry="finance", size="1000+"
        )
        for day in (9, 400):
            held(row, number % 5, on=timezone.localdate() - datetime.timedelta(days=day), people=1, practices=56)
    path = reverse("workspace", args=[world.workspace.code])
    assert owner.get(path).content.count(b'<th scope="row"') == 50
    assert weight(owner, path) <= MOST


def test_six_rounds_side_by_side(world: World, owner: Client) -> None:
    for number in range(6):
        stages = {practice: (stage + number) % 5 for practice, stage in LOW.items()}
        held_round(world, f"Round {number} of the year", datetime.date(2026, number + 1, 2), stages)
    path = reverse("rounds", args=[world.company.code])
    assert owner.get(path).content.decode().count("of the year: level") == 6
    assert weight(owner, path) <= MOST
