"""The journeys of a company: the list, a new one, its files, its end."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ...access import company_for, journey_for
from ...actions.journeys import delete_journey, start_journey
from ...files.problems import FileProblems
from ...forms.journey_start import JourneyStartForm
from ...queries.journeys import journeys_of
from ...words.reader import reader_language
from ..crumbs import of_company, of_journey
from ..once import made_once
from .journey_list import entries, list_finding


@never_cache
@require_safe
def journeys(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The journeys of a company, each with its line and its lowest point."""
    company, _role = granted = company_for(request.user, code)
    rows = entries(journeys_of(company))
    context = {**of_company(company), "rows": rows, "finding": list_finding(rows), "may_write": granted.may_write}
    return render(request, "journeys/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def journey_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Start a journey: a blank map, a template in the reader’s language, or a file that is checked whole."""
    company, _role = company_for(request.user, code, write=True)
    form = JourneyStartForm(request.POST or None, request.FILES or None)
    context = {**of_company(company), "form": form}
    if not form.is_valid():
        return render(request, "journeys/new.html", context, status=400 if form.is_bound else 200)
    try:
        map = form.map(reader_language())
    except FileProblems as found:
        context |= {"problems": found.problems, "more": found.more}
        return render(request, "journeys/new.html", context, status=400)
    journey = start_journey(user=request.user, company=company, map=map)
    messages.success(request, _("The journey “%(title)s” is there.") % {"title": journey.title})
    return redirect("journey_edit", code=journey.code, tab="goal")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def journey_delete(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Delete a journey after a second look."""
    journey, _role = journey_for(request.user, code, write=True)
    if request.method == "POST":
        delete_journey(user=request.user, journey=journey)
        messages.success(request, _("The journey “%(title)s” is deleted.") % {"title": journey.title})
        return redirect("journeys", code=journey.company.code)
    return render(request, "journeys/delete.html", of_journey(journey))
