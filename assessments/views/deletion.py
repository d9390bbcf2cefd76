"""Deleting companies and workspaces, and bringing them back."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ..access import company_for, workspace_for
from ..actions.deletion import delete_company, delete_workspace, restore_company, restore_workspace
from ..forms.rights import TypedForm
from ..queries.deletion import deleted_company, deleted_workspace
from .crumbs import of_company


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def company_delete(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Delete a company after typing its name."""
    company, _role = company_for(request.user, code, own=True)
    form = TypedForm(request.POST or None, wanted=company.name, label=_("Name of the company"))
    if form.is_valid():
        delete_company(user=request.user, company=company)
        return redirect("workspace", code=company.workspace.code)
    context = {**of_company(company), "form": form, "wanted": company.name}
    return render(request, "deletion/company.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def workspace_delete(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Delete a workspace after typing its name."""
    workspace, _role = workspace_for(request.user, code, own=True)
    form = TypedForm(request.POST or None, wanted=workspace.name, label=_("Name of the workspace"))
    if form.is_valid():
        delete_workspace(user=request.user, workspace=workspace)
        return redirect("workspaces")
    return render(request, "deletion/workspace.html", {"form": form, "workspace": workspace, "wanted": workspace.name})


@require_POST
def company_restore(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Bring a company back; where that is done already, show it."""
    if not _is_there(company_for, request.user, code):
        restore_company(user=request.user, company=deleted_company(request.user, code))
        messages.success(request, _("The company is back, as it was."))
    return redirect("company", code=code)


@require_POST
def workspace_restore(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Bring a workspace back; where that is done already, show it."""
    if not _is_there(workspace_for, request.user, code):
        restore_workspace(user=request.user, workspace=deleted_workspace(request.user, code))
        messages.success(request, _("The workspace is back, as it was."))
    return redirect("workspace", code=code)


def _is_there(door: Any, user: Any, code: uuid.UUID) -> bool:
    """Whether it exists for an owner; who is none is refused."""
    try:
        door(user, code, own=True)
    except Http404:
        return False
    return True
