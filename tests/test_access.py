"""The door: one query each, 404 for strangers, 403 for viewers who want to write."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from assessments.access import assessment_for, company_for, workspace_for
from assessments.models import Membership
from tests.personas import World

DOORS = [(workspace_for, "workspace"), (company_for, "company"), (assessment_for, "assessment")]
doors = pytest.mark.parametrize(("door", "thing"), DOORS, ids=[thing for _door, thing in DOORS])
Door = Callable[..., Any]


@doors
def test_a_member_gets_thing_and_role_in_one_query(
    door: Door, thing: str, world: World, django_assert_num_queries: Any
) -> None:
    wanted = getattr(world, thing)
    with django_assert_num_queries(1):
        found, role = granted = door(world.consultant, wanted.code, write=True)
        assert (found.pk, role, granted.may_write) == (wanted.pk, "consultant", True)
        assert str(found if thing == "workspace" else found.workspace) == "Northstar Advisory"


@doors
def test_a_viewer_may_look_but_not_write(door: Door, thing: str, world: World) -> None:
    code = getattr(world, thing).code
    assert not door(world.viewer, code).may_write
    with pytest.raises(PermissionDenied):
        door(world.viewer, code, write=True)


@doors
@pytest.mark.parametrize("write", [False, True])
def test_for_others_it_does_not_exist(door: Door, thing: str, write: bool, world: World) -> None:
    code = getattr(world, thing).code
    for person in (world.stranger, AnonymousUser()):
        with pytest.raises(Http404):
            door(person, code, write=write)
    with pytest.raises(Http404):
        door(world.owner, uuid.uuid4(), write=write)


@doors
def test_the_role_is_the_one_in_this_workspace(door: Door, thing: str, world: World) -> None:
    Membership.objects.create(workspace=world.workspace, user=world.stranger, role="viewer")
    assert door(world.stranger, getattr(world, thing).code).role == "viewer"
