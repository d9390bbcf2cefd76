"""The database itself keeps the audit trail: whoever writes, by whatever means."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from assessments.models import AuditEntry, Workspace
from tests.personas import World

MIGRATION = import_module("assessments.migrations.0003_audit_only_grows")
TABLE = "assessments_auditentry"


@pytest.fixture
def trail(world: World) -> Iterator[World]:
    """A world whose database has both triggers again (see tests/conftest.py); the transaction takes them back."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(MIGRATION.SQLITE[1])
    yield world


def refused(statement: str) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    return str(error.value)


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
    with connection.schema_editor(atomic=False) if connection.vendor != "sqlite" else _Editor() as editor:
        MIGRATION.unmake(None, editor)
        AuditEntry.objects.update(act="changed")
        MIGRATION.make(None, editor)
    assert "never changed" in refused(f"UPDATE {TABLE} SET act = 'nothing'")


class _Editor:
    """SQLite’s own editor refuses to work inside the transaction of a test."""

    connection = connection

    def __enter__(self) -> _Editor:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def execute(self, statement: str, params: object = ()) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)
