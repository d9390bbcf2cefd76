"""The life of an assessment: draft, collecting, review, final."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Assessment, User
from .audit import record
from .freezing import freeze_row

# From each state on to the next ones, and back. Back from where results were shown takes a reason.
MOVES = {
    "draft": ("collecting", "review"),
    "collecting": ("review",),
    "review": ("final", "collecting"),
    "final": ("review",),
}
BACK = {("review", "collecting"), ("final", "review")}
AS_IT_IS = datetime.date.min  # for a last day that is not spoken of


class NoLonger(Exception):
    """The assessment is final: nothing in it changes until it is opened again, with a reason."""


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
def move_assessment(
    *, user: User | None, assessment: Assessment, to: str, reason: str = "", closes_on: datetime.date | None = AS_IT_IS
) -> None:
    """Take the assessment to another state; raises CannotMove where it cannot go there, or lacks a reason.

    What becomes final is kept as a milestone, unless the last one says the same.
    Opening may set the last day, or none; one that is over does not outlive it: it would close the assessment at once.
    """
    row = locked(assessment)
    if to not in moves_of(row) or ((row.state, to) in BACK and not reason.strip()):
        raise CannotMove(row.state)
    if to == "collecting":
        last = row.closes_on if closes_on == AS_IT_IS else closes_on
        row.closes_on = last if last and last >= timezone.localdate() else None
    _move(row, to, user, {"reason": reason.strip()} if reason.strip() else {})
    if to == "final":
        freeze_row(row, user, _("Final"), again=False)
    assessment.state, assessment.closes_on = row.state, row.closes_on


def close_due_assessments(assessment: Assessment | None = None) -> int:
    """Close those whose last day is over, or this one; how many. Doing it twice does nothing more."""
    due = Assessment.objects.filter(state="collecting", closes_on__lt=timezone.localdate())
    if assessment:
        due = due.filter(workspace=assessment.workspace_id, pk=assessment.pk)
    keys = list(due.values_list("pk", flat=True))
    for key in keys:
        with transaction.atomic():
            _closed_if_due(Assessment.objects.select_for_update().get(pk=key))
    return len(keys)


def locked(assessment: Assessment, *, changing: bool = False) -> Assessment:
    """The row as it is today, held until the transaction ends; raises NoLonger where it is final, if `changing`."""
    rows = Assessment.objects.select_for_update().filter(workspace=assessment.workspace_id)
    row = _closed_if_due(rows.get(pk=assessment.pk))
    if changing and row.state == "final":
        raise NoLonger
    return row


def _closed_if_due(row: Assessment) -> Assessment:
    """The locked row, closed where its last day is over: by nobody, since the date was set before."""
    if row.is_overdue:
        _move(row, "review", None, {"closes_on": str(row.closes_on)})
    return row


def _move(row: Assessment, to: str, user: User | None, detail: dict[str, Any]) -> None:
    before, row.state = row.state, to
    row.save(update_fields=["state", "closes_on", "updated_at"])
    detail = {"before": before, "after": to, **detail}
    record("assessment-moved", row, actor=user, detail=detail)
