"""The life of an assessment: draft, collecting, review, final."""

from __future__ import annotations

from django.db import transaction

from ..models import Assessment, User
from .audit import record

# From each state on to the next ones, and back. Back from where results were shown takes a reason.
MOVES = {
    "draft": ("collecting", "review"),
    "collecting": ("review",),
    "review": ("final", "collecting"),
    "final": ("review",),
}
BACK = {("review", "collecting"), ("final", "review")}


class CannotMove(Exception):
    """The assessment cannot go from where it is to where it should: `at` is its state now."""

    def __init__(self, at: str) -> None:
        super().__init__(at)
        self.at = at


def moves_of(assessment: Assessment) -> tuple[str, ...]:
    """The states an assessment can go to from here.

    An anonymous one never collects again: results before and after would tell what the few in between have said.
    """
    again = {"collecting"} if assessment.anonymous and assessment.state == "review" else set()
    return tuple(each for each in MOVES[assessment.state] if each not in again)


@transaction.atomic
def move_assessment(*, user: User | None, assessment: Assessment, to: str, reason: str = "") -> None:
    """Take the assessment to another state; raises CannotMove where it cannot go there, or lacks a reason."""
    row = Assessment.objects.select_for_update().get(workspace=assessment.workspace_id, pk=assessment.pk)
    if to not in moves_of(row) or ((row.state, to) in BACK and not reason.strip()):
        raise CannotMove(row.state)
    before, row.state = row.state, to
    row.save(update_fields=["state", "updated_at"])
    assessment.state = to
    detail = {"before": before, "after": to, **({"reason": reason.strip()} if reason.strip() else {})}
    record("assessment-moved", workspace_id=row.workspace_id, actor=user, assessment=row, detail=detail)
