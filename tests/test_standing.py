"""The world that stands while tests come and go (tests/standing.py) is the same for each, and there for no other."""

from __future__ import annotations

import pytest

from assessments.models import Company, User, Workspace
from tests.personas import World

TWICE = pytest.mark.parametrize("time", ["first", "second"])


@TWICE
def test_what_one_test_does_to_it_the_next_does_not_find(time: str, world: World) -> None:
    assert world.company.name == Company.objects.get().name == "Harbour Retail"
    world.company.name = "Elsewhere"
    world.company.save()
    world.assessment.delete()
    Company.objects.create(workspace=world.workspace, name="Another")


@TWICE
def test_nothing_stands_where_nobody_asked_for_it(time: str, db: None) -> None:
    assert not User.objects.exists() and not Workspace.objects.exists()


def test_it_stands_again_afterwards(world: World) -> None:
    assert {each.name for each in User.objects.all()} == {"Owner", "Consultant", "Viewer", "Stranger"}
    assert world.assessment.company is world.company and world.company.workspace is world.workspace


@TWICE
@pytest.mark.django_db(transaction=True)
def test_with_transactions_that_are_real_it_is_made_anew(time: str, world: World) -> None:
    assert Company.objects.get() == world.company
    Workspace.objects.create(name="Left behind")
