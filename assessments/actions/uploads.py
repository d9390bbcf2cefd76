"""What people do with files of answers: take one in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ..files.changes import Change, Kind
from ..files.value import AnswerFile
from ..models import ANSWER_FIELDS, Answer, Assessment, Respondent, User
from ..queries.sheets import stamp_of
from ..queries.uploads import PersonChanges, preview
from .audit import record
from .life import NoLonger
from .meanwhile import MeanwhileChanged


@transaction.atomic
def take_in_file(*, assessment: Assessment, file: AnswerFile, stamp: str, user: User | None = None) -> None:
    """Write what the preview of `file` showed. `stamp` is that of the assessment when the preview was made.

    Raises MeanwhileChanged, and writes nothing, where the assessment has changed since, NoLonger where it is closed
    or anonymous: a file tells who said what.
    """
    rows = Assessment.objects.select_for_update(of=("self",)).select_related("company", "workspace")
    row = rows.get(workspace=assessment.workspace_id, pk=assessment.pk)
    if not row.is_open or row.anonymous:
        raise NoLonger
    if stamp_of(row.workspace_id, row.pk) != stamp:
        raise MeanwhileChanged
    found = preview(row, file, user)
    now = timezone.now()
    people = _people(row, found.people)
    for place, person in zip(people, found.people, strict=True):
        _write(row, place, person.shown, now)
    row.red_flags = sorted({*row.red_flags, *found.red_flags})
    row.targets = {**row.targets, **found.targets}
    row.save(update_fields=["red_flags", "targets", "updated_at"])
    record("file-taken-in", row, actor=user, detail={"people": len(people)})


def _people(assessment: Assessment, people: Iterable[PersonChanges]) -> list[Respondent]:
    """The respondents of the file, made or moved to their group where needed."""
    within = {"workspace_id": assessment.workspace_id, "assessment": assessment}
    there = {each.pk: each for each in Respondent.objects.filter(**within)}
    rows = []
    for person in people:
        row = there.get(person.place or 0)
        if row is None:
            row = Respondent.objects.create(**within, name=person.name, group=person.group)
        elif person.moves:
            row.group = person.group
            row.save(update_fields=["group"])
        rows.append(row)
    return rows


def _write(assessment: Assessment, respondent: Respondent, changes: Iterable[Change], now: datetime) -> None:
    rows = [
        Answer(
            workspace_id=assessment.workspace_id,
            respondent=respondent,
            practice=change.practice,
            chosen_at=now,
            saved_at=now,
            **{name: getattr(change.after, name) for name in ANSWER_FIELDS},
        )
        for change in changes
        if change.kind is not Kind.SAME
    ]
    Answer.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["workspace", "respondent", "practice"],
        update_fields=[*ANSWER_FIELDS, "chosen_at", "saved_at", "stamp"],
        batch_size=500,
    )
