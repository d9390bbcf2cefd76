"""The page on which a consultant writes on a section of a report."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ...access import assessment_for
from ...actions.section_notes import NoteChanged, save_note
from ...forms.section_notes import NoteForm
from ...queries.sheets import is_sealed
from ...queries.style import section_note
from ...reports.basis import basis_of
from ...reports.build import build
from ...reports.document import SECTIONS, ReportDocument
from ...reports.look import SUMMARY
from ...results.sources import assess_rows
from ...words.reader import reader_language
from ..crumbs import of_assessment
from .reports import sealed


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, code: uuid.UUID, section: str) -> HttpResponse:
    """Write, change or remove the note on a section, in the language of the page."""
    assessment, _role = assessment_for(request.user, code, write=True)
    if is_sealed(assessment):
        return sealed(request, assessment)
    document = build(assess_rows(assessment, reader_language(), files=False))
    if section != SUMMARY and (section not in SECTIONS or getattr(document, section) is None):
        raise Http404
    kept = section_note(assessment.workspace_id, assessment.pk, section, document.language)
    form = NoteForm(request.POST or None, initial={"text": kept.text, "version": kept.version} if kept else None)
    context = _context(document, section, assessment) | {
        "stale": section in document.notes and _stale(document, section)
    }
    if not form.is_valid():
        return render(request, "report/note_form.html", {"form": form, "kept": kept, **context})
    text = "" if "remove" in request.POST else form.cleaned_data["text"]
    told: dict[str, Any] = {"text": text, "version": form.cleaned_data["version"]}
    told |= {"section": section, "language": document.language, "basis": basis_of(document, section)}
    try:
        save_note(user=request.user, assessment=assessment, **told)
    except NoteChanged as error:
        return _changed(request, error, context)
    messages.success(request, _("Saved.") if text.strip() else _("There is no note here any more."))
    return redirect(context["back_url"])


def _stale(document: ReportDocument, section: str) -> bool:
    return document.notes[section].stale


def _context(document: ReportDocument, section: str, assessment: Any) -> dict[str, Any]:
    report = reverse("report", args=[assessment.code])
    head = None if section == SUMMARY else getattr(document, section).head
    return {
        **of_assessment(assessment),
        "topic": head.topic if head else document.words["executive_summary"],
        "finding": head.finding if head else document.finding,
        "back_url": f"{report}#{head.key}" if head else report,
    }


def _changed(request: HttpRequest, error: NoteChanged, context: dict[str, Any]) -> HttpResponse:
    """Both texts: that of somebody else to read, one’s own still in the field, to be saved over it."""
    typed = request.POST.copy()
    typed["version"] = str(error.now.version if error.now else 0)
    form = NoteForm(typed)
    told = {"form": form, "kept": error.now, "theirs": error.now.text if error.now else "", "changed": True}
    return render(request, "report/note_form.html", {**context, **told}, status=409)
