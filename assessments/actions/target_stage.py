"""Setting the target stage of one practice."""

from __future__ import annotations

from django.db import transaction

from ..models import Assessment, User
from .assessments import set_targets
from .life import locked


class NewerStage(Exception):
    """Somebody else has set another target stage meanwhile: `stage` 1..4, None for none."""

    def __init__(self, stage: int | None) -> None:
        super().__init__(stage)
        self.stage = stage


@transaction.atomic
def set_target_stage(*, user: User, assessment: Assessment, practice: str, stage: int | None, seen: int | None) -> None:
    """Set it where it stands as it was `seen`, or as it is to be; raises NewerStage else, and NoLonger when final."""
    now = locked(assessment, changing=True).targets.get(practice)
    if now not in (seen, stage):
        raise NewerStage(now)
    set_targets(user=user, assessment=assessment, targets={practice: stage})
