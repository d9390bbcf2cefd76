"""Rounds that were held: answered by people, closed, on a day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from assessments.content.loader import framework
from assessments.models import Assessment, PlanItem, Respondent
from tests.answers import all_say
from tests.personas import World

FRAME = framework()
PRACTICES = tuple(FRAME.practices)
FIRST = datetime.date(2026, 3, 2)
SECOND = datetime.date(2026, 10, 5)
PEOPLE = ("leaders", "leaders", "leaders", "managers", "managers", "managers", "frontline", "frontline")


def held(
    world: World,
    title: str,
    day: datetime.date,
    stages: int | Mapping[str, int],
    *,
    people: Sequence[str] = PEOPLE,
    state: str = "final",
    **more: Any,
) -> Assessment:
    """A round in which everybody gave the same stage to every practice, or those of a mapping (1 where it has none)."""
    row = Assessment.objects.create(
        workspace=world.workspace,
        company=more.pop("company", world.company),
        title=title,
        held_on=day,
        state=state,
        created_by=world.owner,
        **more,
    )
    by_practice = {key: stages if isinstance(stages, int) else stages.get(key, 1) for key in PRACTICES}
    found = Respondent.objects.bulk_create(
        Respondent(
            workspace=row.workspace,
            assessment=row,
            name=f"Person {number}",
            email=f"p{number}@example.com",
            group=group,
        )
        for number, group in enumerate(people)
    )
    if found:
        all_say(found, by_practice)
    return row


def answer(person: Respondent, stages: Mapping[str, int]) -> None:
    """What somebody said, a stage for each practice."""
    all_say([person], stages)


def done(world: World, practice: str, day: datetime.date, title: str = "Write it down") -> PlanItem:
    """Something of the plan that was done."""
    return PlanItem.objects.create(
        workspace=world.workspace, company=world.company, title=title, practice=practice, state="done", done_on=day
    )
