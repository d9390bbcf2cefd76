"""The audit trail only ever grows: triggers refuse to change an entry, and to remove one while its workspace lives.

A later migration that rebuilds the table of entries or of workspaces on SQLite must drop these triggers first and make
them again: a rebuilt table loses its own, and one that names a table that is gone for a moment stops the rebuilding.
"""

from django.db import migrations

CHANGED = "An audit entry is never changed."
REMOVED = "An audit entry is never removed before its workspace is."
DELETED = "SELECT 1 FROM assessments_workspace w WHERE w.id = OLD.workspace_id AND w.deleted_at IS NOT NULL"
SQLITE = (
    f"""CREATE TRIGGER audit_never_changes BEFORE UPDATE ON assessments_auditentry
    BEGIN SELECT RAISE(ABORT, '{CHANGED}'); END""",
    f"""CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON assessments_auditentry WHEN NOT EXISTS ({DELETED})
    BEGIN SELECT RAISE(ABORT, '{REMOVED}'); END""",
)
POSTGRESQL = (
    f"""CREATE FUNCTION audit_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{CHANGED}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE FUNCTION audit_never_shrinks() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT EXISTS ({DELETED}) THEN
            RAISE EXCEPTION '{REMOVED}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END $$""",
    """CREATE TRIGGER audit_never_changes BEFORE UPDATE ON assessments_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_never_changes()""",
    """CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON assessments_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_never_shrinks()""",
)
SQLITE_BACK = ("DROP TRIGGER IF EXISTS audit_never_changes", "DROP TRIGGER IF EXISTS audit_never_shrinks")
POSTGRESQL_BACK = (
    "DROP TRIGGER IF EXISTS audit_never_changes ON assessments_auditentry",
    "DROP TRIGGER IF EXISTS audit_never_shrinks ON assessments_auditentry",
    "DROP FUNCTION IF EXISTS audit_never_changes()",
    "DROP FUNCTION IF EXISTS audit_never_shrinks()",
)


def make(apps, editor):
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement, params=None)


def unmake(apps, editor):
    for statement in SQLITE_BACK if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_many_voices")]
    operations = [migrations.RunPython(make, unmake)]
