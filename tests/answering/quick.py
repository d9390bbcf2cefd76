"""A round with the quick set, for tests."""

from __future__ import annotations

from assessments.actions.assessments import start_assessment
from assessments.models import Assessment
from tests.personas import DAY, World


def quick_one(world: World) -> Assessment:
    """One that the owner has started and answers in."""
    return start_assessment(
        user=world.owner, company=world.company, title="Quick", held_on=DAY, practice_set="quick", group="leaders"
    )
