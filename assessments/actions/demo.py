"""Opening the demo: a consultancy with three clients, written whole in one transaction."""

from __future__ import annotations

import datetime
from typing import Literal

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from .. import demo
from ..demo import account as demo_account
from ..maturity import answers as values
from ..models import Company, Membership, User, Workspace
from .demo_customers import add_customers
from .demo_journeys import add_journeys
from .demo_milestone import add_milestone
from .demo_plan import add_plan
from .demo_round import PACE, add_round, sittings
from .demo_rounds import add_rounds
from .demo_value import add_value
from .workspaces import open_workspace

Outcome = Literal["opened", "there", "not-empty"]
STATES = {"empty": "draft", "half": "collecting", "submitted": "review"}


@transaction.atomic
def open_demo(*, stage: str, seed: int, if_empty: bool = False) -> Outcome:
    """Open the demo workspace; leave everything as it is where there is one, or, with `if_empty`, any other."""
    if User.objects.filter(email=demo_account.EMAIL).exists():
        return "there"
    if if_empty and Workspace.objects.exists():
        return "not-empty"
    workspace, owner = _people()
    today = timezone.localdate()
    for key in demo.story().companies:
        company = _company(workspace, key)
        day = demo.held_on(key, today)
        sheet = demo.sheet(key, stage, seed, day)
        add_round(company, owner, demo.client(key).title, sheet, sittings(day, len(sheet.respondents)), STATES[stage])
        if stage != "empty":
            add_customers(company, owner, key, seed, today)
            add_journeys(company, owner, key, demo.client(key).language)
        if key == demo.story().team.company:
            _team_round(company, owner, stage, seed, today)
        if key == demo.story().quick.company:
            _quick_round(company, owner, stage, seed, today)
        if stage == "submitted":
            add_rounds(company, owner, key, seed)
            add_plan(company, owner, key, demo.client(key).language, today)
            add_value(company, owner, key, today)
        if stage == "submitted" and key == demo.story().kept.company:
            add_milestone(company, owner)
    return "opened"


def _people() -> tuple[Workspace, User]:
    """The workspace with everybody in it. One hash serves them all: making it is what takes time."""
    password = make_password(demo_account.PASSWORD)
    people = demo.story().people
    users = User.objects.bulk_create(
        User(email=each.email, name=each.name, language=each.language, password=password) for each in people
    )
    owner = users[0]
    workspace = open_workspace(user=owner, name=demo.story().workspace.name)
    Membership.objects.bulk_create(
        Membership(workspace=workspace, user=user, role=each.role)
        for user, each in zip(users[1:], people[1:], strict=True)
    )
    return workspace, owner


def _company(workspace: Workspace, key: str) -> Company:
    found = demo.client(key)
    return Company.objects.create(workspace=workspace, name=found.name, industry=found.industry, size=found.size)


def _team_round(company: Company, owner: User, stage: str, seed: int, today: datetime.date) -> None:
    """The anonymous round of the whole team."""
    team = demo.story().team
    day = today - datetime.timedelta(days=team.held_days_ago)
    sheet = demo.team_sheet(stage, seed, day)
    begun = sittings(day, len(sheet.respondents))
    add_round(company, owner, team.title, sheet, begun, STATES[stage], anonymous=True)


def _quick_round(company: Company, owner: User, stage: str, seed: int, today: datetime.date) -> None:
    """The short round that the owner has begun and can continue."""
    quick = demo.story().quick
    given = demo.quick_answers(stage, seed)
    person = values.Respondent(owner.name, quick.group, given)
    sheet = values.AnswerSheet((person,), today, values.QUICK)
    add_round(company, owner, quick.title, sheet, [timezone.now() - PACE * (len(given) + 1)], "draft", owner)
