"""The database itself keeps the audit trail: whoever writes, by whatever means."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from assessments.models import AuditEntry, Workspace
from tests.personas import World
from tests.triggers import editor, made_whole, refused

MIGRATION = import_module("assessments.migrations.0003_audit_only_grows")
TABLE = "assessments_auditentry"


@pytest.fixture
def trail(world: World) -> World:
    """A world whose database has both triggers."""
    made_whole(MIGRATION)
    return world


def test_an_entry_is_never_changed(trail: World) -> None:
    assert "never changed" in refused(f"UPDATE {TABLE} SET act = 'nothing'")


def test_an_entry_is_never_removed(trail: World) -> None:
    assert "never removed" in refused(f"DELETE FROM {TABLE}")


def test_not_even_by_our_own_code(trail: World) -> None:
    entry = AuditEntry.objects.first()
    assert entry is not None
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.all().delete()


def test_a_deleted_workspace_takes_its_trail_along_and_no_other(trail: World) -> None:
    Workspace.objects.filter(pk=trail.workspace.pk).update(deleted_at=timezone.now())
    Workspace.objects.get(pk=trail.workspace.pk).delete()
    assert set(AuditEntry.objects.values_list("workspace", flat=True)) == {trail.elsewhere.pk}


def test_the_migration_can_be_taken_back_and_made_again(trail: World) -> None:
    with editor() as opened:
        MIGRATION.unmake(None, opened)
        AuditEntry.objects.update(act="changed")
        MIGRATION.make(None, opened)
    assert "never changed" in refused(f"UPDATE {TABLE} SET act = 'nothing'")
