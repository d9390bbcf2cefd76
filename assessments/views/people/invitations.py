"""The page a link of an invitation leads to: who invites to what, and a button to accept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...actions.invitations import accept_invitation, has_address
from ...links import key_in
from ...queries.members import KEPT_KEY, invitation_by_key, state_of
from ...words.labels import ROLES, ROLES_SAID


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Take the key of a link, keep it in the session, show what it opens, and accept.

    The key comes in the body of a form, from a small script or from the field where one pastes the link.
    """
    if request.method == "POST" and "key" in request.POST:
        request.session[KEPT_KEY] = key_in(request.POST["key"])[:60]
        return redirect("invitation")
    key = request.session.get(KEPT_KEY, "")
    found = invitation_by_key(key) if key else None
    if request.method == "POST" and found and request.user.is_authenticated:
        return _accept(request, found)
    if found and request.user.is_authenticated and found.accepted_by_id == request.user.pk:
        return _welcome(request, found, _("You belong to %(place)s now."))  # accepted by signing up
    if found is None:
        return render(request, "members/invitation_key.html", {"wrong": bool(key)})
    context = {
        "invitation": found,
        "state": state_of(found),
        "place": found.company or found.workspace,
        "role": ROLES[found.role],
        "role_said": ROLES_SAID[found.role],
        "fits": not found.email or (request.user.is_authenticated and has_address(request.user, found.email)),
    }
    return render(request, "members/invitation.html", context)


def _accept(request: HttpRequest, found: Any) -> HttpResponse:
    outcome = accept_invitation(user=request.user, invitation=found)
    if outcome in ("over", "other-address"):
        return redirect("invitation")  # the page says why
    if outcome == "joined":
        return _welcome(request, found, _("You belong to %(place)s now."))
    return _welcome(request, found, _("You belong to %(place)s already; your role stays as it is."))


def _welcome(request: HttpRequest, found: Any, said: str) -> HttpResponse:
    del request.session[KEPT_KEY]
    messages.success(request, said % {"place": (found.company or found.workspace).name})
    return redirect("company", found.company.code) if found.company else redirect("workspace", found.workspace.code)
