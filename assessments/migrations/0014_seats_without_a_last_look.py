"""When a phone in a workshop last asked was never used."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assessments", "0013_answer_stamp")]
    operations = [migrations.RemoveField("seat", "seen_at")]
