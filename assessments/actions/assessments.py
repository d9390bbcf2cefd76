"""What people do with assessments, beside answering them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction

from ..content.loader import CURRENT
from ..models import OPEN_STATES, Answer, Assessment, Company, Respondent, User
from .audit import record
from .life import locked
from .meanwhile import still_as_read
from .respondents import HasAnswered

USUAL_GROUP = 5


@transaction.atomic
def start_assessment(
    *,
    user: User,
    company: Company,
    title: str,
    held_on: datetime.date,
    practice_set: str,
    group: str,
    anonymous: bool = False,
    minimum_group: int = USUAL_GROUP,
    closes_on: datetime.date | None = None,
    answers: bool = True,
) -> Assessment:
    """Start a round with the newest framework; who starts it is its first respondent where they say so (`answers`).

    Whether it is `anonymous` is settled here for good.
    """
    framework, version = CURRENT
    assessment = Assessment.objects.create(
        workspace_id=company.workspace_id,
        company=company,
        title=title.strip(),
        framework=framework,
        framework_version=version,
        practice_set=practice_set,
        held_on=held_on,
        closes_on=closes_on,
        anonymous=anonymous,
        minimum_group=minimum_group,
        created_by=user,
    )
    if answers:
        Respondent.objects.create(
            workspace_id=company.workspace_id, assessment=assessment, user=user, name=user.name, group=group
        )
    record("assessment-started", assessment, actor=user, detail={"title": assessment.title, "anonymous": anonymous})
    return assessment


@transaction.atomic
def update_assessment(
    *,
    user: User,
    assessment: Assessment,
    title: str,
    held_on: datetime.date,
    practice_set: str,
    group: str = "",
    closes_on: datetime.date | None = None,
    minimum_group: int | None = None,
) -> None:
    """Change title, dates, set of practices, and the group in which `user` answers, if any. Answers stay as they are.

    The smallest group only ever grows, and neither it nor the last day changes once answers are closed: results with
    two smallest groups, or before and after one more answer, could be taken from each other. For the same reason
    nobody who has answered changes groups in an anonymous round: that raises HasAnswered, and changes nothing.
    Nor does anything change where somebody else has changed it since it was read: that raises MeanwhileChanged.
    """
    row = locked(assessment, changing=True)
    wanted: dict[str, Any] = {"title": title.strip(), "held_on": held_on, "practice_set": practice_set}
    if row.state in OPEN_STATES:
        wanted |= {"closes_on": closes_on, "minimum_group": max(row.minimum_group, minimum_group or 0)}
    still_as_read(row, assessment, wanted)
    if group and row.anonymous and _would_move(user, row, group):
        raise HasAnswered
    changed = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    for name, value in wanted.items():
        setattr(row, name, value)
        setattr(assessment, name, value)
    row.save(update_fields=[*wanted, "updated_at"])
    if group:
        Respondent.objects.update_or_create(
            workspace_id=assessment.workspace_id,
            assessment=assessment,
            user=user,
            defaults={"group": group},
            create_defaults={"group": group, "name": user.name},
        )
    record("assessment-changed", row, actor=user, detail={name: str(value) for name, value in changed.items()})


@transaction.atomic
def set_red_flags(
    *, assessment: Assessment, opened: Collection[str], closed: Collection[str], user: User | None = None
) -> None:
    """Open and close red flags; those that somebody else opened or closed meanwhile stay as they left them."""
    row = locked(assessment, changing=True)
    before = set(row.red_flags)
    after = (before - set(closed)) | set(opened)
    if after == before:
        return
    row.red_flags = sorted(after)
    row.save(update_fields=["red_flags", "updated_at"])
    record(
        "red-flags-set", row, actor=user, detail={"opened": sorted(after - before), "closed": sorted(before - after)}
    )


@transaction.atomic
def set_targets(*, assessment: Assessment, targets: Mapping[str, int | None], user: User | None = None) -> None:
    """Aim at a stage for each of these practices, or at none; other practices keep their target stages."""
    row = locked(assessment, changing=True)
    before = row.targets
    row.targets = {practice: stage for practice, stage in {**before, **targets}.items() if stage is not None}
    if row.targets == before:
        return
    row.save(update_fields=["targets", "updated_at"])
    changed = {each: targets[each] for each in targets if before.get(each) != targets[each]}
    record("targets-set", row, actor=user, detail={"targets": changed})


@transaction.atomic
def grow_to_full(*, assessment: Assessment, user: User | None = None) -> None:
    """Ask every practice from now on; what is answered stays answered."""
    row = locked(assessment, changing=True)
    row.practice_set = "full"
    row.save(update_fields=["practice_set", "updated_at"])
    record("assessment-grown", row, actor=user)


def _would_move(user: User, assessment: Assessment, group: str) -> bool:
    """Whether somebody who has answered would change groups."""
    own = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment, user=user)
    moved = own.exclude(group=group).first()
    return moved is not None and Answer.objects.filter(workspace=moved.workspace_id, respondent=moved).exists()
