"""An index by which the answers of a person are counted, and the last of them found, without reading them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0011_portfolio_indexes")]
    operations = [
        migrations.AddIndex(
            "answer", models.Index(fields=["workspace", "respondent", "saved_at"], name="answer_by_time")
        )
    ]
