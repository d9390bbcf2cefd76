"""What the host of a workshop does: open it, take votes, reveal them, settle, go on, close."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from ..models import Assessment, User, Vote, Workshop
from .audit import record


class CannotRun(Exception):
    """The assessment is final: nothing is settled in it any more."""


class WorkshopMovedOn(Exception):
    """Somebody else has gone on meanwhile, or closed the workshop: the person must look again."""


@transaction.atomic
def open_workshop(*, user: User, assessment: Assessment, practice: str) -> Workshop:
    """The running workshop of the assessment, or a new one that begins with `practice`; raises CannotRun."""
    row = Assessment.objects.select_for_update().get(workspace=assessment.workspace_id, pk=assessment.pk)
    if row.state == "final":
        raise CannotRun
    running = _rows(assessment).filter(closed_at=None).first()
    if running:
        return running
    workshop = Workshop.objects.create(
        workspace_id=row.workspace_id, assessment=row, practice=practice, opened_by_id=user.pk
    )
    record("workshop-opened", row, actor=user)
    return workshop


@transaction.atomic
def start_voting(*, workshop: Workshop, seen: int) -> None:
    """Let the phones vote on the practice that is shown; raises WorkshopMovedOn, as all of these do."""
    if workshop.phase != "waiting":
        raise WorkshopMovedOn
    _move(workshop, seen, phase="voting")


@transaction.atomic
def stop_voting(*, workshop: Workshop, seen: int) -> None:
    """Take the vote back, unseen: it is as if it had never begun."""
    if workshop.phase != "voting":
        raise WorkshopMovedOn
    again = workshop.round > 1  # then the round before is there, and was revealed
    _move(workshop, seen, phase="revealed" if again else "waiting", round=max(workshop.round - 1, 1))
    _forget_hidden(workshop, (workshop.practice, workshop.round))


@transaction.atomic
def reveal_votes(*, workshop: Workshop, seen: int) -> None:
    """Show what was voted; from now on no vote of this round can change."""
    if workshop.phase != "voting":
        raise WorkshopMovedOn
    _move(workshop, seen, phase="revealed")


@transaction.atomic
def vote_again(*, workshop: Workshop, seen: int) -> None:
    """Another round about the same practice; the one before stays beside it."""
    if workshop.phase != "revealed":
        raise WorkshopMovedOn
    _move(workshop, seen, phase="voting", round=workshop.round + 1)


@transaction.atomic
def go_to_practice(*, workshop: Workshop, practice: str, seen: int) -> None:
    """Turn to another practice; where it was voted on before, to what was revealed then."""
    before = (workshop.practice, workshop.round) if workshop.phase == "voting" else None
    if practice == workshop.practice:
        return
    votes = Vote.objects.filter(workspace=workshop.workspace_id, workshop=workshop)
    # Everything that is stored about other practices has been revealed: see _forget_hidden.
    last = votes.filter(practice=practice).aggregate(last=Max("round"))["last"]
    _move(workshop, seen, practice=practice, round=last or 1, phase="revealed" if last else "waiting")
    _forget_hidden(workshop, before)


@transaction.atomic
def renew_workshop_link(*, user: User, workshop: Workshop, seen: int) -> None:
    """Make the link on the screen worthless, and a new one; the phones in the room keep their seats."""
    _move(workshop, seen, link_version=workshop.link_version + 1)
    record("workshop-link-renewed", workshop.assessment, actor=user)


@transaction.atomic
def close_workshop(*, user: User, workshop: Workshop) -> None:
    """End it: the phones say so, and nobody joins any more. Closing twice is the same as once."""
    rows = Workshop.objects.select_for_update().filter(workspace=workshop.workspace_id, pk=workshop.pk)
    now = rows.get()
    if now.closed_at:
        return
    before = (now.practice, now.round) if now.phase == "voting" else None
    rows.update(phase="closed", closed_at=timezone.now(), version=F("version") + 1)
    _forget_hidden(workshop, before)
    record("workshop-closed", workshop.assessment, actor=user)


def _rows(assessment: Assessment) -> QuerySet[Workshop]:
    return Workshop.objects.filter(workspace=assessment.workspace_id, assessment=assessment)


def _move(workshop: Workshop, seen: int, **changes: Any) -> None:
    """One statement, so that of two hosts who press at once only the first gets through."""
    rows = Workshop.objects.filter(workspace=workshop.workspace_id, pk=workshop.pk, closed_at=None, version=seen)
    if not rows.update(**changes, version=seen + 1):
        raise WorkshopMovedOn


def _forget_hidden(workshop: Workshop, hidden: tuple[str, int] | None) -> None:
    """Votes that were never revealed are nobody's business once the room has turned to something else."""
    if hidden:
        practice, number = hidden
        rows = Vote.objects.filter(workspace=workshop.workspace_id, workshop=workshop)
        rows.filter(practice=practice, round=number).delete()
