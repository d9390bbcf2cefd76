"""Milestones stay as they are: triggers refuse to change one, and to remove one before its company or workspace goes.

Rows are removed for good only after somebody has deleted the company or the workspace that holds them, which marks it
with the day (actions/deletion.py); that mark is what lets a milestone go.

A later migration that rebuilds the table of milestones, assessments, companies or workspaces on SQLite must drop these
triggers first and make them again (`unmake` and `make` below): a rebuilt table loses its own, and one that names a
table that is gone for a moment stops the rebuilding.
"""

from django.db import migrations

TABLE = "assessments_milestone"
CHANGED = "A milestone is never changed."
REMOVED = "A milestone is never removed before its company or workspace is deleted."
LIVING = """SELECT 1 FROM assessments_assessment a
    JOIN assessments_company c ON c.id = a.company_id AND c.deleted_at IS NULL
    JOIN assessments_workspace w ON w.id = a.workspace_id AND w.deleted_at IS NULL
    WHERE a.id = OLD.assessment_id"""
SQLITE = (
    f"""CREATE TRIGGER milestone_never_changes BEFORE UPDATE ON {TABLE}
    BEGIN SELECT RAISE(ABORT, '{CHANGED}'); END""",
    f"""CREATE TRIGGER milestone_never_removed BEFORE DELETE ON {TABLE} WHEN EXISTS ({LIVING})
    BEGIN SELECT RAISE(ABORT, '{REMOVED}'); END""",
)
POSTGRESQL = (
    f"""CREATE FUNCTION milestone_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{CHANGED}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE FUNCTION milestone_never_removed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS ({LIVING}) THEN
            RAISE EXCEPTION '{REMOVED}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END $$""",
    f"""CREATE TRIGGER milestone_never_changes BEFORE UPDATE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION milestone_never_changes()""",
    f"""CREATE TRIGGER milestone_never_removed BEFORE DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION milestone_never_removed()""",
)
SQLITE_BACK = ("DROP TRIGGER IF EXISTS milestone_never_changes", "DROP TRIGGER IF EXISTS milestone_never_removed")
POSTGRESQL_BACK = (
    f"DROP TRIGGER IF EXISTS milestone_never_changes ON {TABLE}",
    f"DROP TRIGGER IF EXISTS milestone_never_removed ON {TABLE}",
    "DROP FUNCTION IF EXISTS milestone_never_changes()",
    "DROP FUNCTION IF EXISTS milestone_never_removed()",
)


def make(apps, editor):
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement, params=None)


def unmake(apps, editor):
    for statement in SQLITE_BACK if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0009_what_consultants_live_from")]
    operations = [migrations.RunPython(make, unmake)]
