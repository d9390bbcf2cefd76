"""Companies of many workspaces that take part in the benchmark."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from assessments.models import Assessment, Company, Workspace
from tests.personas import World
from tests.portfolio.rounds import company, held

HELD = datetime.date(2026, 6, 1)
TODAY = datetime.date(2026, 11, 22)


def part(workspace: Workspace, name: str, stage: int | None, *, people: int = 3, **columns: Any) -> Company:
    """A company that takes part, with one final round."""
    found = company(
        workspace, name, **{"industry": "retail", "size": "1000+", "compared_since": timezone.now(), **columns}
    )
    if stage is not None:
        held(found, stage, on=HELD, people=people)
    return found


@pytest.fixture
def others(world: World) -> Callable[..., list[Company]]:
    """Makes so many companies in a workspace of their own that take part, with the stages given."""

    def made(*stages: int, **columns: Any) -> list[Company]:
        start = Company.objects.count()
        return [part(world.elsewhere, f"Other {start + at}", stage, **columns) for at, stage in enumerate(stages)]

    return made


@pytest.fixture
def asked(world: World) -> Company:
    """Harbour Retail takes part, with a final round in which everything is at stage 3."""
    Assessment.objects.filter(company=world.company).delete()
    held(world.company, 3, on=HELD, people=3, title="Summer")
    Company.objects.filter(pk=world.company.pk).update(compared_since=timezone.now())
    return Company.objects.get(pk=world.company.pk)
