"""Asking a whole list of customers by e-mail: checked, shown with who may be asked when, and only then sent."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import company_for
from ...actions.survey_invitations import SurveyClosed, invite_customers
from ...files.addresses import Customers, read_customers, read_pasted_customers
from ...files.problems import FileProblems
from ...forms.surveys import CustomerListForm
from ...queries.survey_public import running_wave
from ...queries.survey_rhythm import verdicts
from ...queries.surveys import survey_of
from ...words.reader import reader_language
from ..crumbs import of_company
from ..once import made_once
from ..previews import put_by, taken
from .surveys import kind_said

SHOWN = 200


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def survey_invite(request: HttpRequest, code: uuid.UUID, survey: uuid.UUID) -> HttpResponse:
    """Paste or choose a list; see who would be asked, and why others not yet; then send."""
    company, _role = company_for(request.user, code, write=True)
    row = survey_of(company, survey)
    if "token" in request.POST:
        return _confirm(request, row, request.POST["token"])
    form = CustomerListForm(request.POST or None, request.FILES or None)
    if running_wave(row) is None:
        return _list(request, row, form, 409 if form.is_bound else 200, closed=True)
    if not form.is_valid():
        return _list(request, row, form, 400 if form.is_bound else 200)
    try:
        customers = _read(form)
    except FileProblems as problems:
        return _list(request, row, form, 400, problems=problems.problems, more=problems.more)
    return _preview(request, row, customers, form.cleaned_data["people"])


def _read(form: CustomerListForm) -> Customers:
    file = form.cleaned_data["file"]
    return read_customers(file.name, file.read()) if file else read_pasted_customers(form.cleaned_data["people"])


def _preview(request: HttpRequest, row: Any, customers: Customers, typed: str) -> HttpResponse:
    """Show who would be asked, and put the list by with what was typed."""
    judged = verdicts(row, running_wave(row), [each.email for each in customers.people], timezone.localdate())
    asked = [each for each in judged if each.state == "ask"]
    left = [each for each in judged if each.state != "ask"]
    context = {
        **_context(row),
        "asked": asked,
        "left": left,
        "rows": [*left, *asked][:SHOWN],
        "unshown": max(0, len(judged) - SHOWN),
        "twice": customers.twice,
        "token": put_by(request, row, (customers.kept(), typed)),
        "relationship": row.kind in ("nps", "trust"),
    }
    return render(request, "surveys/preview.html", context)


def _confirm(request: HttpRequest, row: Any, token: str) -> HttpResponse:
    kept = taken(request, row, token)
    people, typed = kept or ([], "")
    form = CustomerListForm(initial={"people": typed})
    if kept is None:
        gone = _("The preview is too old, or was sent already. Please check the list once more.")
        return _list(request, row, form, 410, gone=gone)
    if "back" in request.POST:
        return _list(request, row, form, 200)
    try:
        invited = invite_customers(user=request.user, survey=row, people=people, language=reader_language())
    except SurveyClosed:
        return _list(request, row, form, 409, closed=True)
    said = ngettext("%(count)s customer is being asked.", "%(count)s customers are being asked.", invited.asked)
    messages.success(request, said % {"count": invited.asked})
    return redirect("survey", code=row.company.code, survey=row.code)


def _list(request: HttpRequest, row: Any, form: CustomerListForm, status: int, **more: Any) -> HttpResponse:
    return render(request, "surveys/list.html", {**_context(row), "form": form, **more}, status=status)


def _context(row: Any) -> dict[str, Any]:
    company = row.company
    return {**of_company(company), "survey": row, "kind": kind_said(row)}
