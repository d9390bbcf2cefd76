"""What the database itself refuses, whoever writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import UniqueConstraint
from django.utils import timezone

from assessments.models import REASONS, STAGES, Answer, Assessment, Company, Membership, Respondent, User
from tests.personas import World


def answer(world: World, **fields: Any) -> Answer:
    now = timezone.now()
    return Answer.objects.create(
        workspace=world.workspace,
        respondent=world.respondent,
        **{"practice": "l1-accurate-facts", "chosen_at": now, "saved_at": now, **fields},
    )


@pytest.mark.parametrize(
    "fields",
    [
        *({"stage": stage} for stage in STAGES),
        {"dont_know": True},
        *({"not_applicable": reason} for reason in REASONS),
    ],
)
def test_an_answer_is_one_thing(fields: dict[str, Any], world: World) -> None:
    answer(world, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"stage": 2, "dont_know": True},
        {"stage": 0, "not_applicable": "by-choice"},
        {"dont_know": True, "not_applicable": "by-choice"},
        {"stage": 5},
        {"stage": -1},
        {"not_applicable": "because"},
    ],
)
def test_and_nothing_else(fields: dict[str, Any], world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        answer(world, **fields)


def test_one_answer_a_practice_and_respondent(world: World) -> None:
    answer(world, stage=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        answer(world, stage=2)


def test_one_respondent_a_person_but_many_without_account(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Respondent.objects.create(
            workspace=world.workspace, assessment=world.assessment, user=world.owner, group="leaders"
        )
    for _each in range(2):
        Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders")


@pytest.mark.parametrize(("model", "fields"), [
    (Membership, {"role": "king"}),
    (Company, {"name": "X", "industry": "alchemy"}),
    (Company, {"name": "X", "size": "many"}),
])  # fmt: skip
def test_values_outside_the_lists_are_refused(model: Any, fields: dict[str, Any], world: World) -> None:
    more = {"user": world.stranger} if model is Membership else {}
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(workspace=world.workspace, **fields, **more)


def test_addresses_are_one_person_whatever_their_case(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("OWNER@Example.com")
    assert User.objects.get_by_natural_key("OWNER@example.com") == world.owner


@pytest.mark.django_db
def test_sqlite_writes_through_to_the_disk() -> None:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")}
    assert found == {"synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize("model", [Company, Assessment, Respondent, Answer, Membership])
def test_every_key_of_a_workspaces_rows_begins_with_the_workspace(model: Any) -> None:
    """So that the tables can be spread by workspace. Primary keys, and single foreign keys for deletion, are exempt."""
    unique = [each for each in model._meta.constraints if isinstance(each, UniqueConstraint)]
    assert unique
    assert all(each.fields[0] == "workspace" for each in [*unique, *model._meta.indexes])
    assert not any(field.unique for field in model._meta.fields if not field.primary_key)
