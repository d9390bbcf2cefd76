"""Opening the demo: a consultancy with three clients, written whole in one transaction."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from .. import demo
from ..content.loader import CURRENT, framework
from ..demo import account as demo_account
from ..maturity import answers as values
from ..models import ANSWER_FIELDS, AgreedStage, Answer, Assessment, Company, Membership, Respondent, User, Workspace
from .demo_customers import add_customers
from .demo_journeys import add_journeys
from .demo_milestone import add_milestone
from .demo_plan import add_plan
from .demo_rounds import add_rounds
from .demo_value import add_value
from .workspaces import open_workspace

Outcome = Literal["opened", "there", "not-empty"]
PACE = datetime.timedelta(seconds=25)
DAYS_TO_ANSWER = 8
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
        _round(company, owner, demo.client(key).title, sheet, _sittings(day, len(sheet.respondents)), STATES[stage])
        if stage != "empty":
            add_customers(company, owner, key, seed, today)
            add_journeys(company, owner, key, demo.client(key).language)
        if key == demo.story().team.company:
            _team_round(company, owner, stage, seed, today)
        if key == demo.story().quick.company:
            _quick_round(company, owner, stage, seed, today)
        if stage == "submitted":
            add_rounds(company, owner, key, seed, _round, _sittings)
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


def _round(
    company: Company,
    owner: User,
    title: str,
    sheet: values.AnswerSheet,
    begun: Sequence[datetime.datetime],
    state: str,
    user: User | None = None,
    anonymous: bool = False,
) -> None:
    """An assessment with its respondents and their answers; `begun` says when each of them sat down to answer."""
    id, version = CURRENT
    within = company.workspace_id
    assessment = Assessment.objects.create(
        workspace_id=within,
        company=company,
        title=title,
        framework=id,
        framework_version=version,
        practice_set=sheet.practice_set,
        held_on=sheet.held_on,
        red_flags=sorted(sheet.red_flags),
        targets=dict(sheet.targets),
        state=state,
        anonymous=anonymous,
        created_by=owner,
    )
    AgreedStage.objects.bulk_create(
        AgreedStage(
            workspace_id=within,
            assessment=assessment,
            practice=practice,
            stage=each.stage,
            reason=each.reason,
            settled_by=owner,
            settled_at=timezone.now(),
        )
        for practice, each in sheet.agreed.items()
    )
    people = Respondent.objects.bulk_create(
        Respondent(
            workspace_id=within,
            assessment=assessment,
            name=each.name,
            group=each.group,
            user=user,
            started_at=start if each.answers else None,
            finished_at=start + PACE * len(each.answers) if _is_done(sheet, each) else None,
        )
        for each, start in zip(sheet.respondents, begun, strict=True)
    )
    Answer.objects.bulk_create(
        row
        for person, each, start in zip(people, sheet.respondents, begun, strict=True)
        for row in _rows(person, each.answers, start)
    )


def _is_done(sheet: values.AnswerSheet, person: values.Respondent) -> bool:
    """Whether everything that is asked is answered."""
    return all(practice.id in person.answers for practice in framework().asked(sheet.practice_set))


def _team_round(company: Company, owner: User, stage: str, seed: int, today: datetime.date) -> None:
    """The anonymous round of the whole team."""
    team = demo.story().team
    day = today - datetime.timedelta(days=team.held_days_ago)
    sheet = demo.team_sheet(stage, seed, day)
    begun = _sittings(day, len(sheet.respondents))
    _round(company, owner, team.title, sheet, begun, STATES[stage], anonymous=True)


def _quick_round(company: Company, owner: User, stage: str, seed: int, today: datetime.date) -> None:
    """The short round that the owner has begun and can continue."""
    quick = demo.story().quick
    given = demo.quick_answers(stage, seed)
    person = values.Respondent(owner.name, quick.group, given)
    sheet = values.AnswerSheet((person,), today, values.QUICK)
    _round(company, owner, quick.title, sheet, [timezone.now() - PACE * (len(given) + 1)], "draft", owner)


def _rows(person: Respondent, given: Mapping[str, values.Answer], start: datetime.datetime) -> Iterator[Answer]:
    for position, (practice, each) in enumerate(given.items()):
        chosen_at = start + PACE * position
        yield Answer(
            workspace_id=person.workspace_id,
            respondent=person,
            practice=practice,
            chosen_at=chosen_at,
            saved_at=chosen_at,
            **{name: getattr(each, name) for name in ANSWER_FIELDS},
        )


def _sittings(day: datetime.date, count: int) -> list[datetime.datetime]:
    """When each of `count` people answered: one after another in the days up to `day`."""
    noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    return [noon - datetime.timedelta(days=DAYS_TO_ANSWER * each / count) for each in reversed(range(count))]
