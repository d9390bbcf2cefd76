"""Surveys, customers who were asked, and what a phone sends."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from assessments.actions.survey_invitations import Invited, invite_customers
from assessments.actions.surveys import add_survey, open_wave
from assessments.links import key_of
from assessments.models import Survey, SurveyInvitation
from tests.personas import World

VARIANTS = {"nps": "", "csat": "csat-5", "ces": "ces2", "trust": ""}


def running(world: World, kind: str = "nps", **fields: Any) -> Survey:
    """A survey with its first wave open."""
    said = {"title": "Autumn", "variant": VARIANTS[kind], **fields}
    survey = add_survey(user=world.owner, company=world.company, kind=kind, **said)
    open_wave(user=world.owner, survey=survey)
    survey.refresh_from_db()
    return survey


def asked(world: World, survey: Survey, email: str = "ada@example.net", **fields: str) -> SurveyInvitation:
    """A customer who was asked by e-mail."""
    assert invite(world, survey, email, **fields).asked == 1
    return SurveyInvitation.objects.get(survey=survey, wave__closed_on=None, email=email)


def invite(world: World, survey: Survey, *emails: str, **fields: str) -> Invited:
    people = [{"email": each, "language": "", "segment": "", **fields} for each in emails]
    return invite_customers(user=world.owner, survey=survey, people=people, language="en")


def let_in(invitation: SurveyInvitation, client: Client | None = None) -> tuple[Client, str]:
    """A device that has opened a personal link, and the address it was led to."""
    client = client or Client()
    answer = client.post("/s/", {"key": f"https://x.example/s/#{key_of('survey', invitation)}"})
    return client, answer.headers["Location"]


def ticket_of(page: str) -> str:
    """What the page sends along."""
    found = re.search(r'name="ticket" value="([^"]+)"', page)
    assert found
    return found[1]


def answer_by_link(survey: Survey, client: Client | None = None, **said: Any) -> Any:
    """Open the link and send an answer."""
    client = client or Client()
    url = f"/s/{survey.code}/"
    ticket = ticket_of(client.get(url).content.decode())
    return client.post(url, {"ticket": ticket, "spoken": "en", **said})
