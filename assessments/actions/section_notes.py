"""What a consultant writes on a section of a report, and takes back."""

from __future__ import annotations

from django.db import transaction

from ..models import Assessment, SectionNote, User
from ..queries.style import section_note
from .audit import record


class NoteChanged(Exception):
    """Somebody else has changed the note since it was read; `now` is what it says, None where it is gone."""

    def __init__(self, now: SectionNote | None) -> None:
        super().__init__()
        self.now = now


@transaction.atomic
def save_note(
    *, user: User, assessment: Assessment, section: str, language: str, text: str, basis: str, version: int
) -> None:
    """Keep the note in place of its `version` (0: there was none); without text it is removed.

    `basis` is the digest of the numbers it is written on (reports/basis.py). Raises NoteChanged, with nothing changed,
    where the note is not that version any more.
    """
    Assessment.objects.select_for_update().get(workspace=assessment.workspace_id, pk=assessment.pk)
    now = section_note(assessment.workspace_id, assessment.pk, section, language)
    if (now.version if now else 0) != version:
        raise NoteChanged(now)
    if not text.strip():
        _remove(user, assessment, now)
        return
    note = now or SectionNote(workspace_id=assessment.workspace_id, assessment=assessment, version=0)
    note.section, note.language, note.text, note.basis = section, language, text.strip(), basis
    note.version += 1
    note.save()
    _record("note-saved", user, assessment, note)


def _remove(user: User, assessment: Assessment, note: SectionNote | None) -> None:
    if note:
        _record("note-removed", user, assessment, note)
        note.delete()


def _record(act: str, user: User, assessment: Assessment, note: SectionNote) -> None:
    detail = {"section": note.section, "language": note.language}
    record(act, assessment, actor=user, detail=detail)
