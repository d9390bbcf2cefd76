"""Every table as the eleven migrations before leave it, made at once: a new database takes half the time.

A database that has some of the eleven goes on with those; one that has all of them has this one, too. Once nobody has
an older database the eleven can go: then `replaces` goes, and what is borrowed from them comes here.
"""

import uuid
from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

NAMES = (
    "0001_the_tables",
    "0002_many_voices",
    "0003_audit_only_grows",
    "0004_customers_voice",
    "0005_customers_at",
    "0006_survey_mail",
    "0007_imports",
    "0008_comment_index",
    "0009_what_consultants_live_from",
    "0010_milestones_frozen",
    "0011_portfolio_indexes",
)
REPLACED = [("assessments", name) for name in NAMES]
TABLES, AUDIT, MILESTONES = (import_module(f"{__package__}.{NAMES[at]}") for at in (0, 2, 9))


class Migration(migrations.Migration):
    initial = True

    replaces = REPLACED

    dependencies = [("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.CreateModel(
            name="Workspace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("retention_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("industry", models.CharField(blank=True, max_length=20)),
                ("size", models.CharField(blank=True, max_length=10)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
                ("customers_at", models.DateTimeField(blank=True, null=True)),
                ("compared_since", models.DateTimeField(blank=True, null=True)),
                ("round_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("round_reminded_on", models.DateField(blank=True, null=True)),
                ("plan_capacity", models.PositiveSmallIntegerField(default=8)),
                ("currency", models.CharField(blank=True, default="", max_length=12)),
                ("last_on", models.DateField(blank=True, null=True)),
                ("last_state", models.CharField(blank=True, default="", max_length=10)),
                ("last_level", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("last_experience", models.FloatField(blank=True, null=True)),
                ("last_trust", models.FloatField(blank=True, null=True)),
                ("last_change", models.FloatField(blank=True, null=True)),
                ("dropped", models.BooleanField(default=False)),
                ("next_on", models.DateField(blank=True, null=True)),
                ("counted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="companies",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "name", "id"],
                        name="company_by_name",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "-last_on", "id"],
                        name="company_by_on",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "-last_trust", "id"],
                        name="company_by_trust",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "next_on", "id"],
                        name="company_by_next_on",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "-last_level", "name", "id"],
                        name="company_by_level_name",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "-last_change", "name", "id"],
                        name="company_by_change_name",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "last_state", "next_on", "dropped", "name"],
                        name="company_by_state_name",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at__isnull", False)),
                        fields=["workspace", "deleted_at"],
                        name="company_deleted",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "counted_at"],
                        name="company_to_count",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "industry", "last_level", "counted_at"],
                        name="company_in_industry",
                    ),
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["workspace", "size", "last_level", "counted_at"],
                        name="company_in_size",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="company_code"),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(("size__in", ("", "1-9", "10-49", "50-249", "250-999", "1000+"))),
                        name="company_size",
                    ),
                ],
            },
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
            options={"abstract": False},
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
                ("state", models.CharField(default="draft", max_length=10)),
                ("closes_on", models.DateField(blank=True, null=True)),
                ("anonymous", models.BooleanField(default=False)),
                ("minimum_group", models.PositiveSmallIntegerField(default=5)),
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
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="next_rounds",
                        to="assessments.assessment",
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
            options={
                "indexes": [models.Index(fields=["workspace", "company", "-held_on"], name="assessment_of_company")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="assessment_code"),
                    models.CheckConstraint(
                        condition=models.Q(("practice_set__in", ("full", "quick"))), name="assessment_practice_set"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("draft", "collecting", "review", "final"))),
                        name="assessment_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minimum_group__gte", 3)), name="assessment_minimum_group"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cohort",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100)),
                ("published_on", models.DateField()),
                ("entries", models.JSONField()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("key", "published_on"), name="cohort_of_a_day")]},
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("file", models.FileField(blank=True, max_length=200, upload_to="imports/%Y/%m/")),
                ("columns", models.JSONField(default=list)),
                ("columns_key", models.CharField(max_length=64)),
                ("preset", models.CharField(blank=True, max_length=20)),
                ("mapping", models.JSONField(default=dict)),
                ("state", models.CharField(default="mapping", max_length=10)),
                ("rows", models.PositiveIntegerField(blank=True, null=True)),
                ("passed", models.PositiveIntegerField(default=0)),
                ("written", models.PositiveIntegerField(default=0)),
                ("repeated", models.PositiveIntegerField(default=0)),
                ("problems", models.JSONField(default=list)),
                ("problem_count", models.PositiveIntegerField(default=0)),
                ("found", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("touched_at", models.DateTimeField(auto_now=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_runs",
                        to="assessments.company",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
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
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["workspace", "company", "-created_at"], name="import_run_of_company")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="import_run_code"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ("mapping", "checking", "checked", "refused", "writing", "done", "failed", "removing"),
                            )
                        ),
                        name="import_run_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("submission", models.UUIDField(default=uuid.uuid4)),
                ("question", models.CharField(blank=True, max_length=40)),
                ("text", models.TextField()),
                ("search", models.TextField()),
                ("answered_on", models.DateField()),
                ("measure", models.CharField(blank=True, max_length=10)),
                ("score", models.SmallIntegerField(blank=True, null=True)),
                ("scale_min", models.SmallIntegerField(blank=True, null=True)),
                ("scale_max", models.SmallIntegerField(blank=True, null=True)),
                ("mood", models.CharField(blank=True, max_length=10)),
                ("touchpoint", models.CharField(blank=True, max_length=120)),
                ("segment", models.CharField(blank=True, max_length=120)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("reply", models.TextField(blank=True)),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
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
                        related_name="comments",
                        to="assessments.company",
                    ),
                ),
                (
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
            options={
                "indexes": [
                    models.Index(
                        fields=["workspace", "company", "-answered_on", "mood", "read_at", "replied_at", "done_at"],
                        name="comment_of_company",
                    ),
                    models.Index(fields=["workspace", "company", "submission"], name="comment_of_submission"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="comment_code"),
                    models.CheckConstraint(
                        condition=models.Q(("mood__in", ("", "unhappy", "neutral", "happy"))), name="comment_mood"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("role", models.CharField(max_length=12)),
                ("language", models.CharField(default="en", max_length=10)),
                ("invited_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("link_version", models.PositiveSmallIntegerField(default=1)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.company",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
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
                        related_name="invitations",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["workspace", "-invited_at"], name="invitation_of_workspace")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ("owner", "consultant", "viewer"))), name="invitation_role"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=12)),
                ("joined_at", models.DateTimeField(auto_now_add=True, null=True)),
                ("weekly_digest", models.BooleanField(default=False)),
                ("digest_sent_on", models.DateField(blank=True, null=True)),
                ("calendar_version", models.PositiveIntegerField(default=0)),
                ("calendar_code", models.UUIDField(db_index=True, editable=False, null=True)),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="assessments.company",
                    ),
                ),
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("company__isnull", True)),
                        fields=("workspace", "user"),
                        name="membership_of_user",
                    ),
                    models.UniqueConstraint(
                        fields=("workspace", "user", "company"), name="membership_of_user_in_company"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ("owner", "consultant", "viewer"))), name="membership_role"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("company__isnull", True), ("role__in", ("consultant", "viewer")), _connector="OR"
                        ),
                        name="membership_role_in_company",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("content", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="milestone_code"),
                    models.UniqueConstraint(fields=("workspace", "assessment", "number"), name="milestone_number"),
                ]
            },
        ),
        migrations.CreateModel(
            name="Respondent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("name", models.CharField(blank=True, max_length=150)),
                ("group", models.CharField(max_length=10)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("language", models.CharField(blank=True, max_length=10)),
                ("link_version", models.PositiveSmallIntegerField(default=1)),
                ("practice_set", models.CharField(blank=True, max_length=5)),
                ("dimensions", models.JSONField(blank=True, default=list)),
                ("practices", models.JSONField(blank=True, default=list)),
                ("earlier", models.JSONField(blank=True, default=dict)),
                ("added_at", models.DateTimeField(auto_now_add=True, null=True)),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("erased_at", models.DateTimeField(blank=True, null=True)),
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
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="next_places",
                        to="assessments.respondent",
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
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "assessment", "user"), name="respondent_of_user"),
                    models.UniqueConstraint(
                        condition=models.Q(("email", ""), _negated=True),
                        fields=("workspace", "assessment", "email"),
                        name="respondent_of_email",
                    ),
                    models.UniqueConstraint(fields=("workspace", "code"), name="respondent_code"),
                    models.CheckConstraint(
                        condition=models.Q(("group__in", ("leaders", "managers", "frontline"))), name="respondent_group"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("practice_set__in", ("", "full", "quick"))), name="respondent_practice_set"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Survey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("title", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=10)),
                ("variant", models.CharField(blank=True, max_length=20)),
                ("touchpoint", models.CharField(blank=True, max_length=120)),
                ("about", models.CharField(blank=True, max_length=120)),
                ("state", models.CharField(default="draft", max_length=10)),
                ("open_link", models.BooleanField(default=True)),
                ("link_version", models.PositiveSmallIntegerField(default=1)),
                ("origins", models.JSONField(blank=True, default=list)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="surveys",
                        to="assessments.company",
                    ),
                ),
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
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["workspace", "company"], name="survey_of_company")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="survey_code"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("nps", "csat", "ces", "trust"))), name="survey_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("draft", "open", "closed"))), name="survey_state"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "survey",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waves",
                        to="assessments.survey",
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
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "survey", "number"), name="wave_of_survey")
                ]
            },
        ),
        migrations.CreateModel(
            name="Workshop",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("link_version", models.PositiveSmallIntegerField(default=1)),
                ("practice", models.CharField(blank=True, max_length=40)),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("phase", models.CharField(default="waiting", max_length=8)),
                ("version", models.PositiveIntegerField(default=1)),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="workshops",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
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
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["workspace", "assessment", "-opened_at"], name="workshop_of_assessment")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("phase__in", ("waiting", "voting", "revealed", "closed"))),
                        name="workshop_phase",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("group", models.CharField(max_length=10)),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "workshop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="assessments.workshop"
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
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("group__in", ("leaders", "managers", "frontline"))), name="seat_group"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Vote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("practice", models.CharField(max_length=40)),
                ("round", models.PositiveSmallIntegerField()),
                ("stage", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("voted_at", models.DateTimeField()),
                (
                    "seat",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="assessments.seat",
                    ),
                ),
                (
                    "workshop",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="assessments.workshop",
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "workshop", "practice", "round", "seat"), name="vote_of_seat"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stage__isnull", True), ("stage__in", (0, 1, 2, 3, 4)), _connector="OR"),
                        name="vote_stage",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Touchpoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=120)),
                ("importance", models.PositiveSmallIntegerField(default=2)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="touchpoints",
                        to="assessments.company",
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
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "company", "name"), name="touchpoint_of_company"),
                    models.CheckConstraint(
                        condition=models.Q(("importance__in", (1, 2, 3))), name="touchpoint_importance"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="SurveyRefusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("customer", models.CharField(max_length=64)),
                ("refused_at", models.DateTimeField(auto_now_add=True)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.company",
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "company", "customer"), name="survey_refusal_of_customer"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="SurveyInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("customer", models.CharField(max_length=64)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("language", models.CharField(blank=True, max_length=10)),
                ("segment", models.CharField(blank=True, max_length=120)),
                ("link_version", models.PositiveSmallIntegerField(default=1)),
                ("invited_at", models.DateTimeField(auto_now_add=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("erased_at", models.DateTimeField(blank=True, null=True)),
                (
                    "survey",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="assessments.survey",
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="assessments.wave",
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
            options={
                "indexes": [
                    models.Index(fields=["workspace", "customer", "-invited_at"], name="survey_invitation_rhythm")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="survey_invitation_code"),
                    models.UniqueConstraint(
                        fields=("workspace", "wave", "customer"), name="survey_invitation_of_customer"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StyleFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=5)),
                ("name", models.CharField(max_length=200)),
                ("content_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="style_files",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "kind"), name="style_file_kind"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("logo", "pptx", "docx"))), name="style_file_of_a_kind"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stamp", models.CharField(max_length=64)),
                ("held_on", models.DateField()),
                ("level", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("decimal", models.FloatField(blank=True, null=True)),
                ("average", models.FloatField(blank=True, null=True)),
                ("trust", models.FloatField(blank=True, null=True)),
                ("scores", models.JSONField(default=dict)),
                ("changes", models.JSONField(default=dict)),
                ("apart", models.JSONField(default=list)),
                ("provisional", models.BooleanField(default=False)),
                ("confidence", models.CharField(blank=True, max_length=10)),
                ("respondents", models.PositiveIntegerField(default=0)),
                ("framework", models.CharField(max_length=40)),
                ("framework_version", models.PositiveSmallIntegerField()),
                ("scoring_version", models.CharField(max_length=20)),
                ("computed_at", models.DateTimeField(auto_now=True)),
                (
                    "assessment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standing",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standings",
                        to="assessments.company",
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
            options={
                "indexes": [models.Index(fields=["workspace", "company", "-held_on"], name="standing_of_company")]
            },
        ),
        migrations.CreateModel(
            name="ShareLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(max_length=200)),
                ("language", models.CharField(max_length=10)),
                ("hidden", models.JSONField(blank=True, default=list)),
                ("may_download", models.BooleanField(default=False)),
                ("password", models.CharField(blank=True, max_length=200)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("attempts_from", models.DateTimeField(blank=True, null=True)),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("views", models.PositiveIntegerField(default=0)),
                ("last_viewed_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="share_links",
                        to="assessments.assessment",
                    ),
                ),
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
                    "milestone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.milestone",
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
            options={"indexes": [models.Index(fields=["workspace", "assessment"], name="share_link_of_assessment")]},
        ),
        migrations.CreateModel(
            name="SectionNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("section", models.CharField(max_length=40)),
                ("language", models.CharField(max_length=10)),
                ("text", models.TextField()),
                ("basis", models.CharField(max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="section_notes",
                        to="assessments.assessment",
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "assessment", "section", "language"), name="section_note_of_section"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4)),
                ("measure", models.CharField(max_length=10)),
                ("variant", models.CharField(blank=True, max_length=20)),
                ("score", models.SmallIntegerField()),
                ("scale_min", models.SmallIntegerField()),
                ("scale_max", models.SmallIntegerField()),
                ("answered_on", models.DateField()),
                ("touchpoint", models.CharField(blank=True, max_length=120)),
                ("segment", models.CharField(blank=True, max_length=120)),
                ("customer", models.CharField(blank=True, max_length=64)),
                ("source", models.CharField(max_length=10)),
                ("external_id", models.CharField(max_length=100)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responses",
                        to="assessments.company",
                    ),
                ),
                (
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
                (
                    "survey",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assessments.survey",
                    ),
                ),
                (
                    "wave",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assessments.wave",
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
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("customer", ""), _negated=True),
                        fields=["workspace", "company", "customer", "answered_on"],
                        name="response_of_customer",
                    ),
                    models.Index(fields=["workspace", "company", "submission"], name="response_of_submission"),
                    models.Index(
                        condition=models.Q(("survey__isnull", False)),
                        fields=["workspace", "survey", "wave"],
                        name="response_wave",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "company", "source", "external_id", "measure"), name="response_of_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "measure__in",
                                ("nps", "csat", "ces", "trust-int", "trust-abl", "trust-aff", "trust-con", "trust-out"),
                            )
                        ),
                        name="response_measure",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ("import", "survey", "hand"))), name="response_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score__gte", models.F("scale_min")), ("score__lte", models.F("scale_max"))
                        ),
                        name="response_score",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("practice", models.CharField(max_length=40)),
                ("passed_at", models.DateTimeField(auto_now_add=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referrals",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "passed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assessments.respondent",
                    ),
                ),
                (
                    "passed_to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referrals",
                        to="assessments.respondent",
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "assessment", "practice", "passed_to"), name="referral_once"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="ReferenceFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("about", models.CharField(max_length=40)),
                ("value", models.FloatField()),
                ("name", models.CharField(max_length=200)),
                ("source", models.CharField(max_length=500)),
                ("industry", models.CharField(blank=True, max_length=20)),
                ("noted_on", models.DateField()),
                ("n", models.PositiveIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reference_figures",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("workspace", "code"), name="reference_figure_code")]
            },
        ),
        migrations.CreateModel(
            name="RedFlag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("flag", models.CharField(max_length=10)),
                ("origin", models.CharField(max_length=10)),
                ("about", models.CharField(blank=True, max_length=40)),
                ("evidence", models.TextField(blank=True)),
                ("numbers", models.JSONField(default=dict)),
                ("raised_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "closed_by",
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
                        related_name="red_flags",
                        to="assessments.company",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
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
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="red_flag_code"),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("workspace", "company", "flag"),
                        name="red_flag_open_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ("measure", "journey", "comment", "hand"))),
                        name="red_flag_origin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="red_flag_closed_why",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="PlanItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("title", models.CharField(max_length=300)),
                ("practice", models.CharField(blank=True, max_length=40)),
                ("from_stage", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("to_stage", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("owner", models.CharField(blank=True, max_length=150)),
                ("owner_email", models.EmailField(blank=True, max_length=254)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("state", models.CharField(default="open", max_length=10)),
                ("lane", models.CharField(default="later", max_length=5)),
                ("place", models.PositiveIntegerField(default=0)),
                ("effort", models.CharField(blank=True, max_length=1)),
                ("impact", models.CharField(blank=True, max_length=1)),
                ("signal", models.TextField(blank=True)),
                ("links", models.JSONField(blank=True, default=list)),
                ("origin", models.CharField(default="own", max_length=10)),
                ("about", models.CharField(blank=True, max_length=100)),
                ("note", models.TextField(blank=True)),
                ("reminded_on", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plan_items",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_items",
                        to="assessments.company",
                    ),
                ),
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
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["workspace", "company", "state"], name="plan_item_of_company"),
                    models.Index(
                        condition=models.Q(("state__in", ("open", "doing"))), fields=["due_on"], name="plan_item_due"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="plan_item_code"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("open", "doing", "done", "dropped", "accepted"))),
                        name="plan_item_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ("own", "journey", "comment", "step"))),
                        name="plan_item_origin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lane__in", ("now", "next", "later"))), name="plan_item_lane"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("effort__in", ("", "S", "M", "L"))), name="plan_item_effort"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("impact__in", ("", "S", "M", "L"))), name="plan_item_impact"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("kind", models.CharField(max_length=12)),
                ("key", models.CharField(max_length=120)),
                ("language", models.CharField(default="en", max_length=10)),
                ("status", models.CharField(default="queued", max_length=8)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("queued_at", models.DateTimeField(auto_now_add=True)),
                ("due_at", models.DateTimeField()),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="assessments.invitation",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="assessments.membership",
                    ),
                ),
                (
                    "respondent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="assessments.respondent",
                    ),
                ),
                (
                    "survey_invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="assessments.surveyinvitation",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ("queued", "sending"))), fields=["due_at"], name="message_due"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="message_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                (
                                    "invitation",
                                    "reminder",
                                    "referral",
                                    "own-link",
                                    "membership",
                                    "survey",
                                    "plan",
                                    "digest",
                                    "round",
                                ),
                            )
                        ),
                        name="message_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ("queued", "sending", "sent", "failed", "unsure", "dropped"))
                        ),
                        name="message_status",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Journey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("title", models.CharField(max_length=200)),
                ("map", models.JSONField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="journeys",
                        to="assessments.company",
                    ),
                ),
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
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["workspace", "company"], name="journey_of_company")],
                "constraints": [models.UniqueConstraint(fields=("workspace", "code"), name="journey_code")],
            },
        ),
        migrations.CreateModel(
            name="HouseStyle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=200)),
                ("accent", models.CharField(blank=True, max_length=7)),
                ("cover_line", models.CharField(blank=True, max_length=300)),
                ("footer", models.CharField(blank=True, max_length=200)),
                ("sections", models.JSONField(blank=True, default=list)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "workspace",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="house_style",
                        to="assessments.workspace",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GroupLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(max_length=10)),
                ("code", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("link_version", models.PositiveSmallIntegerField(default=1)),
                ("is_open", models.BooleanField(default=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="group_links",
                        to="assessments.assessment",
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
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "assessment", "group"), name="group_link_of_group"),
                    models.CheckConstraint(
                        condition=models.Q(("group__in", ("leaders", "managers", "frontline"))), name="group_link_group"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("targets", models.JSONField()),
                ("by", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="assessments.assessment"
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="assessments.company",
                    ),
                ),
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
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "code"), name="goal_code"),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("workspace", "company"),
                        name="goal_open",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("kind", models.CharField(max_length=12)),
                ("touchpoint", models.CharField(blank=True, max_length=120)),
                ("month", models.DateField()),
                ("numbers", models.JSONField(default=dict)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("entered_at", models.DateTimeField(auto_now=True)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="assessments.company",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
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
                        related_name="+",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "company", "kind", "touchpoint", "month"), name="figure_month"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                (
                                    "retention",
                                    "repeat",
                                    "referral",
                                    "engagement",
                                    "reviews",
                                    "waiting",
                                    "resolution",
                                    "deflection",
                                    "rewards",
                                ),
                            )
                        ),
                        name="figure_kind",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="ErasedCustomer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("customer", models.CharField(max_length=64)),
                ("erased_on", models.DateField()),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.company",
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "company", "customer"), name="erased_customer_of_company"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="DailyCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("cut", models.CharField(max_length=10)),
                ("about", models.CharField(blank=True, max_length=120)),
                ("day", models.DateField()),
                ("measure", models.CharField(max_length=10)),
                ("variant", models.CharField(blank=True, max_length=20)),
                ("scale_min", models.SmallIntegerField()),
                ("scale_max", models.SmallIntegerField()),
                ("score", models.SmallIntegerField()),
                ("count", models.IntegerField()),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="assessments.company",
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "workspace",
                            "company",
                            "cut",
                            "about",
                            "day",
                            "measure",
                            "variant",
                            "scale_min",
                            "scale_max",
                            "score",
                        ),
                        name="daily_count",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cut__in", ("all", "touchpoint", "segment", "wave", "invited"))),
                        name="daily_count_cut",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="CommentMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("value", models.CharField(max_length=60)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="marks", to="assessments.comment"
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
            options={
                "indexes": [models.Index(fields=["workspace", "kind", "value"], name="comment_mark_value")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "comment", "kind", "value"), name="comment_mark"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("tag", "practice", "flag"))), name="comment_mark_kind"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.CharField(max_length=40)),
                ("detail", models.JSONField(default=dict)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="assessments.assessment",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="assessments.company",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="audit",
                        to="assessments.workspace",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["workspace", "-id"], name="audit_of_workspace")]},
        ),
        migrations.CreateModel(
            name="Assumption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("key", models.CharField(max_length=120)),
                ("low", models.FloatField()),
                ("base", models.FloatField()),
                ("high", models.FloatField()),
                ("source", models.CharField(max_length=12)),
                ("detail", models.CharField(blank=True, max_length=500)),
                ("owner", models.CharField(max_length=150)),
                ("noted_on", models.DateField()),
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
                        related_name="assumptions",
                        to="assessments.company",
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
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "company", "key"), name="assumption_key"),
                    models.UniqueConstraint(fields=("workspace", "code"), name="assumption_code"),
                ]
            },
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "respondent", "practice"), name="answer_of_respondent"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dont_know", False), ("not_applicable", ""), ("stage__isnull", False)),
                            models.Q(("dont_know", True), ("not_applicable", ""), ("stage__isnull", True)),
                            models.Q(
                                ("dont_know", False),
                                ("stage__isnull", True),
                                models.Q(("not_applicable", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="answer_is_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stage__isnull", True), ("stage__in", (0, 1, 2, 3, 4)), _connector="OR"),
                        name="answer_stage",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("not_applicable__in", ("", "out-of-scope", "by-choice", "done-by-others"))),
                        name="answer_reason",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="AgreedStage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("practice", models.CharField(max_length=40)),
                ("stage", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("reason", models.TextField()),
                ("settled_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreed_stages",
                        to="assessments.assessment",
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "assessment", "practice"), name="agreed_stage_of_practice"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stage__isnull", True), ("stage__in", (0, 1, 2, 3, 4)), _connector="OR"),
                        name="agreed_stage_stage",
                    ),
                ]
            },
        ),
        migrations.RunPython(TABLES.make_cache_table, migrations.RunPython.noop, elidable=False),
        migrations.RunPython(AUDIT.make, AUDIT.unmake),
        migrations.RunPython(MILESTONES.make, MILESTONES.unmake),
    ]
