"""Reads of house styles: the look of a workspace’s reports, and the notes on one of them."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from ..models import HouseStyle, SectionNote, StyleFile, Workspace
from ..reports.look import Look, Note
from ..reports.sections_order import HIDDEN

FILES = {"logo": "logo_png", "pptx": "pptx_template", "docx": "docx_template"}


def look_of(workspace_id: int, assessment_id: int | None, language: str, *, files: bool = True) -> Look:
    """The look of a report in this language; one query, and one more for its `files`, which a page does without.

    Without an assessment there are no notes.
    """
    told: dict[str, Any] = {}
    notes: dict[str, Note] = {}
    for kind, *values in _told(workspace_id, assessment_id, language):
        if kind == "note":
            notes[values[0]] = Note(values[1], values[2])
        elif kind == "file":
            told["logo"] = values[1] if values[0] == "logo" else told.get("logo", "")
        else:
            name, accent, cover_line, footer, sections = values
            told |= {"name": name, "accent": accent, "cover_line": cover_line, "footer": footer}
            told["sections"] = chosen_of(json.loads(sections))
    if files:
        told |= _contents(workspace_id)
    return Look(**told, notes=notes)


def _told(workspace_id: int, assessment_id: int | None, language: str) -> QuerySet[Any, tuple[str, ...]]:
    """Rows of what is known, each opening with its kind: all in one query, because every report asks it."""
    none = _word("")
    styles = HouseStyle.objects.filter(workspace=workspace_id).values_list(
        _word("style"), *map(_text, ("name", "accent", "cover_line", "footer", "sections"))
    )
    files = StyleFile.objects.filter(workspace=workspace_id).values_list(
        _word("file"), _text("kind"), _text("digest"), none, none, none
    )
    if assessment_id is None:
        return styles.union(files, all=True)
    notes = SectionNote.objects.filter(workspace=workspace_id, assessment=assessment_id, language=language)
    rows = notes.values_list(_word("note"), _text("section"), _text("text"), _text("basis"), none, none)
    return styles.union(files, rows, all=True)


def _word(word: str) -> Cast:
    return Cast(Value(word), TextField())  # PostgreSQL wants to know what it joins


def _text(field: str) -> Cast:
    return Cast(F(field), TextField())


def _contents(workspace_id: int) -> dict[str, bytes]:
    rows = StyleFile.objects.filter(workspace=workspace_id).values_list("kind", "content")
    return {FILES[kind]: bytes(content) for kind, content in rows}


def chosen_of(stored: list[str]) -> tuple[str, ...]:
    """The sections shown, of what a house style stores: every id in its order, those left out marked."""
    return tuple(each for each in stored if not each.startswith(HIDDEN))


def style_of(workspace: Workspace) -> HouseStyle:
    """The house style of a workspace; one not yet saved where there is none."""
    return HouseStyle.objects.filter(workspace=workspace).first() or HouseStyle(workspace=workspace)


def style_files(workspace: Workspace) -> dict[str, StyleFile]:
    """The files of a house style by kind, without their contents."""
    rows = StyleFile.objects.filter(workspace=workspace).defer("content")
    return {each.kind: each for each in rows}


def style_file(workspace_id: int, kind: str) -> StyleFile | None:
    """One file of a house style, with its content."""
    return StyleFile.objects.filter(workspace=workspace_id, kind=kind).first()


def section_note(workspace_id: int, assessment_id: int, section: str, language: str) -> SectionNote | None:
    """The note on a section of a report in a language."""
    rows = SectionNote.objects.filter(workspace=workspace_id, assessment=assessment_id)
    return rows.filter(section=section, language=language).first()
