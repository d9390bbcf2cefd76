"""Questionnaires to fill in offline, and the way back: upload, look at what would change, write it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ...access import assessment_for
from ...actions.life import NoLonger
from ...actions.meanwhile import MeanwhileChanged
from ...actions.uploads import take_in_file
from ...content.loader import framework
from ...content.schema import LANGUAGES
from ...files.problems import FileProblems
from ...files.reading import read
from ...files.text import name_line
from ...files.value import AnswerFile
from ...files.write_json import write_json
from ...files.writing import CONTENT_TYPES, write
from ...forms.uploads import UploadForm
from ...maturity.answers import FULL
from ...queries.sheets import stamp_of
from ...queries.uploads import answer_file_of, preview
from ...words.answers import unasked_lines
from ...words.labels import PRACTICE_SETS
from ...words.reader import reader_language
from ..crumbs import of_assessment
from ..downloads import as_file
from ..once import made_once
from ..previews import put_by, taken


@require_safe
def questionnaire(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """The questionnaire with the answers there are, in the language asked for."""
    assessment, _role = assessment_for(request.user, code)
    language = request.GET.get("language") or reader_language()
    if kind not in CONTENT_TYPES or language not in LANGUAGES:
        raise Http404
    frame = framework(assessment.framework, assessment.framework_version)
    # A workbook is one person's: a reader who does not answer gets it empty, never with somebody else's answers.
    file = answer_file_of(assessment, request.user, language, own=kind == "xlsx")
    content = write(kind, file, frame, language)
    name = f"{assessment.company.name} {assessment.title}.{kind}"
    return as_file(content, CONTENT_TYPES[kind], name)


@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def upload(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Choose a file; then what it would change; then write it. Nothing is written before the second button."""
    assessment, _role = assessment_for(request.user, code, write=True)
    context: dict[str, Any] = {
        **of_assessment(assessment),
    }
    if assessment.anonymous:
        status = 409 if request.method == "POST" else 200
        return render(request, "assessments/upload_refused.html", context, status=status)
    if not assessment.is_open:
        return _closed(request, assessment)
    if "token" in request.POST:
        return _confirm(request, context, request.POST["token"])
    form = UploadForm(request.POST or None, request.FILES or None)
    context["form"] = form
    if not form.is_valid():
        return render(request, "assessments/upload.html", context, status=400 if form.is_bound else 200)
    chosen = form.cleaned_data["file"]
    frame = framework(assessment.framework, assessment.framework_version)
    try:
        file = read(chosen.name, chosen.read(), frame, today=assessment.held_on)
    except FileProblems as problems:
        return _refused(request, context, problems)
    return _preview(request, context, file, chosen.name)


def _preview(
    request: HttpRequest, context: dict[str, Any], file: AnswerFile, name: str, changed: bool = False
) -> HttpResponse:
    """Show what would change, and put the file by."""
    assessment = context["assessment"]
    stamp = stamp_of(assessment.workspace_id, assessment.pk)
    try:
        found = preview(assessment, file, request.user, name)
    except FileProblems as problems:
        return _refused(request, context, problems)
    token = put_by(request, assessment, (write_json(file), stamp, name))
    frame = framework(assessment.framework, assessment.framework_version)
    answers, _agreed, targets = file.unasked(frame.asked_ids(assessment.practice_set))
    context |= {"preview": found, "token": token, "changed": changed, "differs": _differences(assessment, file)}
    context["unasked"] = unasked_lines(answers, 0, targets)  # agreed stages are not taken from a file
    return render(request, "assessments/upload_preview.html", context)


def _differences(assessment: Any, file: AnswerFile) -> list[tuple[str, str]]:
    """Where the file says another company, title, day or set of questions: what it says, and what there is.

    None of these is taken from a file. Another company may well mean that it is another file than was meant.
    """
    pairs = (
        (file.company.name, assessment.company.name),
        (file.title, assessment.title),
        (date_format(file.held_on), date_format(assessment.held_on)),
        # Files that say nothing of a set have the full one.
        (PRACTICE_SETS[file.practice_set] if file.practice_set != FULL else "", PRACTICE_SETS[assessment.practice_set]),
    )
    return [(str(said), str(here)) for said, here in pairs if said and said != name_line(str(here))]


def _refused(request: HttpRequest, context: dict[str, Any], problems: FileProblems) -> HttpResponse:
    """Everything that is wrong with the file, and the form for another."""
    context = {"form": UploadForm()} | context | {"problems": problems.problems, "more": problems.more}
    return render(request, "assessments/upload.html", context, status=400)


def _confirm(request: HttpRequest, context: dict[str, Any], token: str) -> HttpResponse:
    assessment = context["assessment"]
    kept = taken(request, assessment, token)
    if kept is None:
        context |= {
            "form": UploadForm(),
            "gone": _(
                "This preview is over: it has been written, or is older than an hour. Otherwise choose the file again."
            ),
        }
        return render(request, "assessments/upload.html", context, status=410)
    content, stamp, name = kept
    frame = framework(assessment.framework, assessment.framework_version)
    file = read("answers.json", content, frame, today=timezone.localdate())
    try:
        take_in_file(user=request.user, assessment=assessment, file=file, stamp=stamp)
    except MeanwhileChanged:
        return _preview(request, context, file, name, changed=True)
    except NoLonger:
        return _closed(request, assessment)
    return redirect("assessment", code=assessment.code)


def _closed(request: HttpRequest, assessment: Any) -> HttpResponse:
    """Back to where it can be opened: a file must not change answers that are closed."""
    messages.error(request, _("Answers are closed, so no file is taken in. Open the assessment again first."))
    return redirect("assessment", code=assessment.code)
