"""Indexes by which a portfolio of thousands is searched, sorted among equals, and asked for what is deleted."""

from django.db import migrations, models

THERE, GONE = models.Q(deleted_at=None), models.Q(deleted_at__isnull=False)


def _index(name, condition, *fields):
    return migrations.AddIndex("company", models.Index(fields=("workspace", *fields), condition=condition, name=name))


class Migration(migrations.Migration):
    dependencies = [("assessments", "0010_milestones_frozen")]
    operations = [
        migrations.RemoveIndex("company", "company_by_level"),
        migrations.RemoveIndex("company", "company_by_change"),
        migrations.RemoveIndex("company", "company_by_state"),
        _index("company_by_level_name", THERE, "-last_level", "name", "id"),
        _index("company_by_change_name", THERE, "-last_change", "name", "id"),
        _index("company_by_state_name", THERE, "last_state", "next_on", "dropped", "name"),
        _index("company_deleted", GONE, "deleted_at"),
    ]
