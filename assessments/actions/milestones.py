"""Keeping milestones: numbered, frozen copies of an assessment. Nothing takes one back."""

from __future__ import annotations

from django.db import transaction

from ..models import Assessment, Milestone, User
from .freezing import StillSealed, freeze_row
from .life import locked

__all__ = ["StillSealed", "keep_milestone"]


@transaction.atomic
def keep_milestone(*, user: User | None, assessment: Assessment, name: str) -> Milestone:
    """Keep the assessment as it is now, for good; raises StillSealed where nobody may see its results yet."""
    return freeze_row(locked(assessment), user, name)
