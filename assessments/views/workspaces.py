"""The workspaces to choose from, and the settings of one; its companies are in portfolio/."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ..access import workspace_for
from ..actions.meanwhile import MeanwhileChanged
from ..actions.workspaces import update_workspace
from ..forms.meanwhile import status_of
from ..forms.workspaces import SettingsForm
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


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def workspace_settings(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The name, how long it keeps what is personal, and the way to delete it."""
    workspace, _role = workspace_for(request.user, code, own=True)
    known = {"name": workspace.name, "retention_months": workspace.retention_months}
    form = SettingsForm(request.POST or None, initial=known)
    if form.is_valid():
        try:
            update_workspace(user=request.user, workspace=workspace, **form.cleaned_data)
        except MeanwhileChanged:  # a moment ago: looked at again, the form says so
            return workspace_settings(request, code)
        messages.success(request, _("The settings are saved."))
        return redirect("workspace_settings", code=code)
    context = {"workspace": workspace, "form": form}
    return render(request, "workspaces/settings.html", context, status=status_of(form))
