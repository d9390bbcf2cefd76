"""Every write of an answer draws a number anew: a person's sum of them tells whether any answer is another one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0012_answers_by_time")]
    operations = [
        migrations.AddField("answer", "stamp", models.BigIntegerField(db_default=0, editable=False)),
        migrations.AddIndex(
            "answer", models.Index(fields=["workspace", "respondent", "stamp"], name="answer_by_stamp")
        ),
        migrations.RemoveIndex("answer", "answer_by_time"),
    ]
