"""Imports of customers' responses: choose a file, match its columns, look at what was found, write it, take it out."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...access import company_for
from ...actions.imports import NotNow, confirm_import, map_columns, remove_import, resume_import, start_import
from ...forms.imports import ColumnsForm, ImportForm
from ...intake.faults import UnreadableError
from ...intake.header import header_of
from ...intake.order import order_in
from ...intake.presets import PRESETS
from ...intake.source import about_rows, rows_of
from ...queries.imports import import_of, imports_of, remembered_mapping
from ...tasks.imports import work_soon
from ..crumbs import of_company
from ..downloads import BOM, CSV, as_file, csv_line
from .import_words import fault_said, progress_words, run_words


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def voice_import(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The imports of a company, and a form for another file."""
    company, _role = granted = company_for(request.user, code, write=request.method == "POST")
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            header = header_of(rows_of(file))
        except UnreadableError as error:
            form.add_error("file", fault_said(error.kind, error.row))
        else:
            about = about_rows(file, file.size)
            run = start_import(
                user=request.user, company=company, name=file.name, file=file, header=header, about=about
            )
            return redirect("voice_import_columns", code=company.code, run=run.code)
    context = {**of_company(company), "form": form, "may_write": granted.may_write, "presets": PRESETS.values()}
    context["runs"] = [(run, run_words(run)) for run in imports_of(company)]
    return render(request, "imports/imports.html", context, status=400 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def voice_import_columns(request: HttpRequest, code: uuid.UUID, run: uuid.UUID) -> HttpResponse:
    """Say what the columns hold. What was said of the same columns before is chosen already."""
    company, _role = company_for(request.user, code, write=True)
    row = import_of(company, run)
    if row.state not in ("mapping", "checked") or not row.file:
        return redirect("voice_import_run", code=company.code, run=row.code)
    remembered = row.mapping or remembered_mapping(row)
    likely = {"roles": {str(each["index"]): each["role"] for each in row.columns}}
    form = ColumnsForm(request.POST or None, columns=row.columns, known=remembered or likely)
    if form.is_valid() and _order_is_told(form, row):
        try:
            map_columns(user=request.user, run=row, mapping=form.mapping())
        except NotNow:
            return redirect("voice_import_run", code=company.code, run=row.code)
        work_soon(row)
        return redirect("voice_import_run", code=company.code, run=row.code)
    preset = PRESETS.get(row.preset)
    context = {**of_company(company), "run": row, "form": form, "preset": preset, "remembered": bool(remembered)}
    return render(request, "imports/columns.html", context, status=400 if form.errors else 200)


def _order_is_told(form: ColumnsForm, row: Any) -> bool:
    """Whether dates can be read; asks where day and month could be either."""
    if form.cleaned_data["order"]:
        return True
    try:
        with row.file.open("rb") as file:
            order = order_in(file, row.found["last"], form.mapping().at("date"))
    except UnreadableError:
        return True  # the check will say so
    if order is None:
        form.add_error("order", _("Every date in this file can be read both ways. Say which is meant."))
        return False
    form.cleaned_data["order"] = order
    return True


@never_cache
@require_safe
def voice_import_run(request: HttpRequest, code: uuid.UUID, run: uuid.UUID) -> HttpResponse:
    """How an import stands: being checked, what was found, being written, done."""
    company, _role = granted = company_for(request.user, code)
    row = import_of(company, run)
    if row.state == "mapping" and granted.may_write:
        return redirect("voice_import_columns", code=company.code, run=row.code)
    words = run_words(row)
    context = {**of_company(company), "run": row, "words": words, "may_write": granted.may_write}
    return render(request, "imports/run.html", context)


@never_cache
@require_safe
def voice_import_state(request: HttpRequest, code: uuid.UUID, run: uuid.UUID) -> HttpResponse:
    """How far it has got, for the script that keeps the page up to date."""
    company, _role = company_for(request.user, code)
    row = import_of(company, run)
    passed, most, text = progress_words(row)
    return JsonResponse({"state": row.state, "passed": passed, "most": most, "text": text})


@require_POST
def voice_import_go(request: HttpRequest, code: uuid.UUID, run: uuid.UUID, to: str) -> HttpResponse:
    """Have a checked file written, or go on with an import that has stopped."""
    company, _role = company_for(request.user, code, write=True)
    row = import_of(company, run)
    try:
        (confirm_import if to == "write" else resume_import)(user=request.user, run=row)
        work_soon(row)
    except NotNow:
        messages.info(request, _("The import was at another step already."))
    return redirect("voice_import_run", code=company.code, run=row.code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def voice_import_remove(request: HttpRequest, code: uuid.UUID, run: uuid.UUID) -> HttpResponse:
    """Take out what an import has brought, after saying what that is."""
    company, _role = company_for(request.user, code, write=True)
    row = import_of(company, run)
    if request.method != "POST":
        return render(request, "imports/remove.html", {**of_company(company), "run": row})
    try:
        remove_import(user=request.user, run=row)
    except NotNow:
        messages.info(request, _("The import was at another step already."))
        return redirect("voice_import_run", code=company.code, run=row.code)
    work_soon(row)
    messages.success(request, _("“%(name)s” is taken out.") % {"name": row.name})
    return redirect("voice_import", code=company.code)


@require_safe
def voice_import_problems(request: HttpRequest, code: uuid.UUID, run: uuid.UUID) -> HttpResponse:
    """What is wrong with the rows of a file, as a table to work through."""
    company, _role = company_for(request.user, code)
    row = import_of(company, run)
    name = _("%(name)s, problems.csv") % {"name": row.name}
    names = [_("Row"), _("Column"), _("Problem"), _("Found"), _("Allowed")]
    rows = ([each[key] for key in ("row", "column", "message", "found", "allowed")] for each in row.problems)
    lines = [csv_line(each, tidy=str) for each in (names, *rows)]
    return as_file((BOM + "".join(lines)).encode(), CSV, name)
