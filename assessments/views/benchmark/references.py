"""Reference figures of a workspace: entered by hand or from a file, always with their source."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from ...access import workspace_for
from ...actions.references import TooManyReferences, add_references, remove_reference
from ...files.problems import FileProblems
from ...files.references import Figure, read_references
from ...forms.references import ReferenceFileForm, ReferenceForm, about_choices
from ...queries.references import MOST, reference_of, references_of
from ...words.labels import INDUSTRIES

UNREADABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def references(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The list; writers add to it by hand or from a file."""
    workspace, _role = granted = workspace_for(request.user, code, write=request.method == "POST")
    by_file = request.method == "POST" and "file" in {*request.FILES, *request.POST}
    file = ReferenceFileForm(request.POST, request.FILES) if by_file else ReferenceFileForm()
    form = ReferenceForm(request.POST if request.method == "POST" and not by_file else None)
    problems: list[str] = []
    if by_file and file.is_valid():
        figures, problems = _read(file.cleaned_data["file"])
        if not problems and _kept(request, workspace, figures):
            return redirect("references", code=workspace.code)
    elif not by_file and form.is_valid() and _kept(request, workspace, [form.figure]):
        return redirect("references", code=workspace.code)
    names = dict(about_choices())
    context = {
        "workspace": workspace,
        "may_write": granted.may_write,
        "may_own": granted.may_own,
        "rows": [(each, names.get(each.about, each.about)) for each in references_of(workspace.pk)],
        "form": form,
        "file": file,
        "problems": problems,
    }
    return render(request, "benchmark/references.html", context, status=UNREADABLE if problems else 200)


@require_POST
def reference_remove(request: HttpRequest, code: uuid.UUID, figure: uuid.UUID) -> HttpResponse:
    """Remove one figure."""
    workspace, _role = workspace_for(request.user, code, write=True)
    remove_reference(user=request.user, reference=reference_of(workspace, figure))
    messages.success(request, _("The reference figure is removed."))
    return redirect("references", code=workspace.code)


def _read(file: Any) -> tuple[list[Figure], list[str]]:
    """The figures of a file, or what is wrong with it."""
    keys = [key for key, _name in about_choices()]
    try:
        return read_references(file.name, file.read(), keys, list(INDUSTRIES)), []
    except FileProblems as error:
        return [], error.lines()


def _kept(request: HttpRequest, workspace: Any, figures: list[Figure]) -> bool:
    try:
        count = add_references(user=request.user, workspace=workspace, figures=figures)
    except TooManyReferences:
        messages.error(request, _("A workspace keeps at most %(most)s reference figures.") % {"most": MOST})
        return False
    said = ngettext("%(count)s reference figure is added.", "%(count)s reference figures are added.", count)
    messages.success(request, said % {"count": count} if count else _("These figures were there already."))
    return True
