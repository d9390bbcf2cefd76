"""The database itself keeps milestones: whoever writes, by whatever means."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from assessments.actions.deletion import delete_company, delete_workspace
from assessments.actions.milestones import keep_milestone
from assessments.actions.purge import purge_due
from assessments.models import Company, Milestone, Workspace
from assessments.queries.deletion import KEPT
from tests.personas import World
from tests.triggers import editor, made_whole, refused

MIGRATION = import_module("assessments.migrations.0010_milestones_frozen")
TABLE = "assessments_milestone"


@pytest.fixture
def kept(world: World) -> World:
    """A world with one milestone, whose database has both triggers."""
    made_whole(MIGRATION)
    keep_milestone(user=world.owner, assessment=world.assessment, name="Before the move")
    return world


@pytest.mark.parametrize("column", ["name", "content", "digest", "number"])
def test_it_is_never_changed(column: str, kept: World) -> None:
    assert "never changed" in refused(f"UPDATE {TABLE} SET {column} = '7'")


def test_it_is_never_removed_while_its_company_lives(kept: World) -> None:
    assert "never removed" in refused(f"DELETE FROM {TABLE}")
    for thing in (kept.assessment, kept.company, kept.workspace):
        with pytest.raises(DatabaseError), transaction.atomic():
            thing.delete()
    assert Milestone.objects.count() == 1


def test_not_even_by_our_own_code(kept: World) -> None:
    milestone = Milestone.objects.get()
    milestone.name = "Another"
    with pytest.raises(TypeError):
        milestone.save()
    with pytest.raises(TypeError):
        milestone.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Milestone.objects.update(name="Another")


@pytest.mark.parametrize("what", ["company", "workspace"])
def test_a_deleted_company_or_workspace_takes_it_along(what: str, kept: World) -> None:
    if what == "company":
        delete_company(user=kept.owner, company=kept.company)
    else:
        delete_workspace(user=kept.owner, workspace=kept.workspace)
    purge_due()
    assert Milestone.objects.count() == 1  # it can still be brought back
    for model in (Company, Workspace):
        model.objects.exclude(deleted_at=None).update(deleted_at=timezone.now() - KEPT * 2)
    purge_due()
    assert Milestone.objects.count() == 0


def test_the_migration_can_be_taken_back_and_made_again(kept: World) -> None:
    with editor() as opened:
        MIGRATION.unmake(None, opened)
        Milestone.objects.update(name="changed")
        MIGRATION.make(None, opened)
    assert "never changed" in refused(f"UPDATE {TABLE} SET name = 'nothing'")
