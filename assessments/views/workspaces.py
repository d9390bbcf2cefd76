"""Pages of workspaces: the chooser and the list of companies."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..access import workspace_for
from ..queries.companies import companies_page, company_exists
from ..queries.workspaces import workspaces_of


@require_safe
def workspaces(request: HttpRequest) -> HttpResponse:
    """The workspaces one belongs to; with only one, straight on to it."""
    found = workspaces_of(request.user)
    if len(found) == 1:
        return redirect("workspace", code=found[0].code)
    return render(request, "workspaces/list.html", {"workspaces": found})


@require_safe
def workspace(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The companies of a workspace, with where their latest assessment stands."""
    workspace, _role = granted = workspace_for(request.user, code)
    search = request.GET.get("q", "").strip()
    page, rows = companies_page(workspace, search=search, page=request.GET.get("page", "1"))
    context = {
        "workspace": workspace,
        "may_write": granted.may_write,
        "search": search,
        "page": page,
        "rows": rows,
        "open": sum(1 for row in rows if row.latest and row.latest.status != "done"),
        "assessed": sum(1 for row in rows if row.latest),
        "any": bool(rows) or company_exists(workspace),
    }
    return render(request, "workspaces/workspace.html", context)
