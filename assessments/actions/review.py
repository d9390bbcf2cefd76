"""What the review does: settle on the stage of a practice."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..models import AgreedStage, Assessment, User, Workshop
from ..queries.sheets import is_sealed
from .audit import record
from .life import locked


class CannotSettle(Exception):
    """The assessment is final, or its answers are not shown yet."""


@dataclass(frozen=True, slots=True)
class SettledStage:
    """What became of a settling: `done`, or not, since `now` is what somebody else has settled meanwhile."""

    done: bool
    now: AgreedStage | None


def may_settle(assessment: Assessment) -> bool:
    """Whether stages may be agreed on now: until the assessment is final, and never before its answers may be seen.

    A review that nobody can look into yet would only guess, so an anonymous assessment waits until it is closed.
    """
    return assessment.state != "final" and not is_sealed(assessment)


@transaction.atomic
def settle_stage(
    *, user: User, assessment: Assessment, practice: str, stage: int | None, reason: str, seen: int
) -> SettledStage:
    """Agree on a stage, or take the agreement back (`stage` None).

    `seen` is the version of the agreed stage that the person saw, 0 for none: where it is not that any more, nothing is
    written, and the person must look again. Raises CannotSettle where nothing may be agreed on now.
    """
    if not may_settle(locked(assessment)):
        raise CannotSettle
    rows = AgreedStage.objects.filter(workspace=assessment.workspace_id, assessment=assessment, practice=practice)
    row = rows.select_related("settled_by").first()
    if (row.version if row else 0) != seen:
        return SettledStage(False, row)
    detail = {"practice": practice, "before": row.stage if row else None, "after": stage, "reason": reason.strip()}
    within = assessment.workspace_id
    row = row or AgreedStage(workspace_id=within, assessment=assessment, practice=practice, version=0)
    row.stage, row.reason, row.settled_by, row.settled_at = stage, reason.strip(), user, timezone.now()
    row.version += 1
    row.save()
    rooms = Workshop.objects.filter(workspace=within, assessment=assessment, practice=practice, closed_at=None)
    rooms.update(version=F("version") + 1)  # the big screen and the phones show it
    record("stage-settled", assessment, actor=user, detail=detail)
    return SettledStage(True, row)
