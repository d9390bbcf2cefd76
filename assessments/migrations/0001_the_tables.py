"""The tables of the app, and the one that keeps the counts of sign-in attempts."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.core.management import call_command
from django.db import migrations, models


def make_cache_table(apps, schema_editor):
    """Done here, so that `migrate` alone makes a complete database."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("industry", models.CharField(blank=True, max_length=20)),
                ("size", models.CharField(blank=True, max_length=10)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="Workspace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(blank=True, max_length=150)),
                ("language", models.CharField(default="en", max_length=10)),
                ("is_active", models.BooleanField(default=True)),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("title", models.CharField(max_length=200)),
                ("framework", models.CharField(default="cx-pyramid", max_length=40)),
                ("framework_version", models.PositiveSmallIntegerField(default=1)),
                ("practice_set", models.CharField(default="full", max_length=5)),
                ("held_on", models.DateField()),
                ("red_flags", models.JSONField(blank=True, default=list)),
                ("targets", models.JSONField(blank=True, default=dict)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assessments",
                        to="assessments.company",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assessments",
                        to="assessments.workspace",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Respondent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(blank=True, max_length=150)),
                ("group", models.CharField(max_length=10)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="respondents",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="respondents",
                        to="assessments.workspace",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=12)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="assessments.workspace",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="company",
            name="workspace",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="companies",
                to="assessments.workspace",
            ),
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("practice", models.CharField(max_length=40)),
                ("stage", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("dont_know", models.BooleanField(default=False)),
                ("not_applicable", models.CharField(blank=True, default="", max_length=20)),
                ("note", models.TextField(blank=True, default="")),
                ("evidence", models.TextField(blank=True, default="")),
                ("chosen_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "respondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="assessments.respondent"
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="respondent",
            constraint=models.UniqueConstraint(fields=("workspace", "assessment", "user"), name="respondent_of_user"),
        ),
        migrations.AddConstraint(
            model_name="respondent",
            constraint=models.UniqueConstraint(fields=("workspace", "code"), name="respondent_code"),
        ),
        migrations.AddConstraint(
            model_name="respondent",
            constraint=models.CheckConstraint(
                condition=models.Q(("group__in", ("leaders", "managers", "frontline"))), name="respondent_group"
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(fields=("workspace", "user"), name="membership_of_user"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ("owner", "consultant", "viewer"))), name="membership_role"
            ),
        ),
        migrations.AddConstraint(
            model_name="company",
            constraint=models.UniqueConstraint(fields=("workspace", "code"), name="company_code"),
        ),
        migrations.AddConstraint(
            model_name="company",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "industry__in",
                        (
                            "",
                            "retail",
                            "finance",
                            "hospitality",
                            "health",
                            "telecom",
                            "technology",
                            "manufacturing",
                            "logistics",
                            "public",
                            "education",
                            "utilities",
                            "services",
                            "other",
                        ),
                    )
                ),
                name="company_industry",
            ),
        ),
        migrations.AddConstraint(
            model_name="company",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__in", ("", "1-9", "10-49", "50-249", "250-999", "1000+"))),
                name="company_size",
            ),
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(fields=["workspace", "company", "-held_on"], name="assessment_of_company"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(fields=("workspace", "code"), name="assessment_code"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(("practice_set__in", ("full", "quick"))), name="assessment_practice_set"
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(
                fields=("workspace", "respondent", "practice"), name="answer_of_respondent"
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dont_know", False), ("not_applicable", ""), ("stage__isnull", False)),
                    models.Q(("dont_know", True), ("not_applicable", ""), ("stage__isnull", True)),
                    models.Q(
                        ("dont_know", False), ("stage__isnull", True), models.Q(("not_applicable", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="answer_is_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__isnull", True), ("stage__in", (0, 1, 2, 3, 4)), _connector="OR"),
                name="answer_stage",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("not_applicable__in", ("", "out-of-scope", "by-choice", "done-by-others"))),
                name="answer_reason",
            ),
        ),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop, elidable=False),
    ]
