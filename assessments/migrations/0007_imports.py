"""What an import has found, and which comments it brought."""

import django.db.models.deletion
from django.db import migrations, models

STATES = ("mapping", "checking", "checked", "refused", "writing", "done", "failed", "removing")


class Migration(migrations.Migration):
    dependencies = [("assessments", "0006_survey_mail")]

    operations = [
        migrations.AddField("importrun", "found", models.JSONField(default=dict)),
        migrations.AddField(
            "comment",
            "import_run",
            models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="assessments.importrun",
            ),
        ),
        migrations.RemoveConstraint("importrun", "import_run_state"),
        migrations.AddConstraint(
            "importrun",
            models.CheckConstraint(condition=models.Q(("state__in", STATES)), name="import_run_state"),
        ),
    ]
