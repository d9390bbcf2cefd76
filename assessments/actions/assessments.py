"""What people do with assessments, beside answering them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from django.db import transaction

from ..content.loader import CURRENT
from ..models import Assessment, Company, Respondent, User


@transaction.atomic
def start_assessment(
    *, user: User, company: Company, title: str, held_on: datetime.date, practice_set: str, group: str
) -> Assessment:
    """Start a round with the newest framework; the person who starts it is its first respondent."""
    framework, version = CURRENT
    assessment = Assessment.objects.create(
        workspace_id=company.workspace_id,
        company=company,
        title=title.strip(),
        framework=framework,
        framework_version=version,
        practice_set=practice_set,
        held_on=held_on,
        created_by=user,
    )
    Respondent.objects.create(
        workspace_id=company.workspace_id, assessment=assessment, user=user, name=user.name, group=group
    )
    return assessment


@transaction.atomic
def update_assessment(
    *, user: User, assessment: Assessment, title: str, held_on: datetime.date, practice_set: str, group: str
) -> None:
    """Change title, date, set of practices, and the group in which `user` answers. Answers stay as they are."""
    assessment.title, assessment.held_on, assessment.practice_set = title.strip(), held_on, practice_set
    assessment.save(update_fields=["title", "held_on", "practice_set", "updated_at"])
    Respondent.objects.update_or_create(
        workspace_id=assessment.workspace_id,
        assessment=assessment,
        user=user,
        defaults={"group": group},
        create_defaults={"group": group, "name": user.name},
    )


@transaction.atomic
def set_red_flags(*, assessment: Assessment, opened: Collection[str], closed: Collection[str]) -> None:
    """Open and close red flags; those that somebody else opened or closed meanwhile stay as they left them."""
    row = _locked(assessment)
    open_now = (set(row.red_flags) - set(closed)) | set(opened)
    row.red_flags = sorted(open_now)
    row.save(update_fields=["red_flags", "updated_at"])


@transaction.atomic
def set_targets(*, assessment: Assessment, targets: Mapping[str, int | None]) -> None:
    """Aim at a stage for each of these practices, or at none; other practices keep their targets."""
    row = _locked(assessment)
    wanted = {**row.targets, **targets}
    row.targets = {practice: stage for practice, stage in wanted.items() if stage is not None}
    row.save(update_fields=["targets", "updated_at"])


@transaction.atomic
def grow_to_full(*, assessment: Assessment) -> None:
    """Ask every practice from now on; what is answered stays answered."""
    row = _locked(assessment)
    row.practice_set = "full"
    row.save(update_fields=["practice_set", "updated_at"])


def _locked(assessment: Assessment) -> Assessment:
    """The row as it is now, held until the transaction ends."""
    rows = Assessment.objects.select_for_update().filter(workspace=assessment.workspace_id)
    return rows.get(pk=assessment.pk)
