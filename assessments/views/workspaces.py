"""Pages of workspaces: the chooser and the list of companies."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..access import workspace_for
from ..queries.companies import companies_page, company_exists
from ..queries.deletion import deleted_companies, deleted_workspaces, undoable
from ..queries.workspaces import places_of


@require_safe
def workspaces(request: HttpRequest) -> HttpResponse:
    """The workspaces and single companies one belongs to; with only one, straight on to it."""
    found, companies = places_of(request.user)
    deleted = undoable(deleted_workspaces(request.user))
    if len(found) + len(companies) == 1 and not deleted:
        return redirect("workspace", found[0].code) if found else redirect("company", companies[0].code)
    return render(request, "workspaces/list.html", {"workspaces": found, "companies": companies, "deleted": deleted})


@require_safe
def workspace(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The companies of a workspace, with where their latest assessment stands."""
    workspace, _role = granted = workspace_for(request.user, code)
    search = request.GET.get("q", "").strip()
    page, rows = companies_page(workspace, search=search, page=request.GET.get("page", "1"))
    context = {
        "workspace": workspace,
        "may_write": granted.may_write,
        "may_own": granted.may_own,
        "deleted": undoable(deleted_companies(workspace)) if granted.may_own else [],
        "search": search,
        "page": page,
        "rows": rows,
        "open": sum(1 for row in rows if row.latest and row.latest.status != "done"),
        "assessed": sum(1 for row in rows if row.latest),
        "any": bool(rows) or company_exists(workspace),
    }
    return render(request, "workspaces/workspace.html", context)
