"""People with personal links, and what one sees who opens theirs."""

from __future__ import annotations

from typing import Any

from django.test import Client

from assessments.actions.life import move_assessment
from assessments.actions.respondents import add_respondents
from assessments.links import key_of
from assessments.models import Assessment, Respondent
from tests.personas import World


def collecting(world: World, **fields: Any) -> Assessment:
    """The world's assessment as it collects answers; `fields` such as anonymous=True."""
    for name, value in fields.items():
        setattr(world.assessment, name, value)
    world.assessment.save()
    move_assessment(user=world.owner, assessment=world.assessment, to="collecting")
    return world.assessment


def asked(world: World, name: str = "Ada", group: str = "leaders", email: str = "", **part: Any) -> Respondent:
    """Somebody whom the team has put on the list."""
    person = {"name": name, "email": email or f"{name.lower()}@example.net", "group": group, "language": ""}
    add_respondents(user=world.owner, assessment=world.assessment, people=[person], **part)
    return Respondent.objects.get(assessment=world.assessment, name=name)


def let_in(respondent: Respondent, client: Client | None = None) -> Client:
    """A device that has opened the personal link."""
    client = client or Client()
    answer = client.post("/r/", {"key": key_of("respondent", respondent)})
    assert answer.headers["Location"] == f"/r/{respondent.code}/"
    return client
