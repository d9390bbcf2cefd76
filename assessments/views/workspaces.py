"""The workspaces to choose from; the companies of one are in portfolio.py."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..queries.deletion import deleted_workspaces, undoable
from ..queries.workspaces import places_of


@require_safe
def workspaces(request: HttpRequest) -> HttpResponse:
    """The workspaces and single companies one belongs to; with only one, straight on to it."""
    found, companies = places_of(request.user)
    deleted = undoable(deleted_workspaces(request.user))
    if len(found) + len(companies) == 1 and not deleted:
        return redirect("workspace", found[0].code) if found else redirect("company", companies[0].code)
    return render(request, "workspaces/list.html", {"workspaces": found, "companies": companies, "deleted": deleted})
