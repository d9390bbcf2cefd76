"""Pages of people: who belongs to a workspace or a company, who is invited, and in which role."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ...access import Granted, company_for, workspace_for
from ...actions.invitations import invite, renew_invitation, withdraw_invitation
from ...actions.members import LastOwner, NotHere, change_role, hand_over, leave, remove_member
from ...files.text import clean
from ...forms.members import InviteForm
from ...links import path_to
from ...queries.members import invitation_of, invitations_of, member_of, own_membership, people_of
from ...reports.wording import joined
from ...words.labels import ROLES
from ..once import made_once

WHOLE_ROLES = ("owner", "consultant", "viewer")
COMPANY_ROLES = ("consultant", "viewer")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Who belongs to a workspace, and what its owners do about that."""
    granted = workspace_for(request.user, code, own=request.method == "POST")
    workspace = granted.thing
    if request.method == "POST":
        _act(request, workspace, None)
        # One who has handed over, or has gone, is sent where they belong now.
        return redirect("members", code=workspace.code)
    return _page(request, granted, workspace, None)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def company_people(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Who belongs to one company: its own people, and those of the whole workspace."""
    granted = company_for(request.user, code, own=request.method == "POST")
    company = granted.thing
    if request.method == "POST":
        _act(request, company.workspace, company)
        return redirect("company_people", code=company.code)
    return _page(request, granted, company.workspace, company)


@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def member_invite(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Invite somebody to the whole workspace."""
    workspace = workspace_for(request.user, code, own=True).thing
    return _invite(request, workspace, None)


@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def company_invite(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Invite somebody to one company."""
    company = company_for(request.user, code, own=True).thing
    return _invite(request, company.workspace, company)


@require_POST
def member_leave(request: HttpRequest) -> HttpResponse:
    """Leave a workspace, or a company."""
    membership = own_membership(
        request.user, workspace_code=request.POST.get("workspace", ""), company_code=request.POST.get("company", "")
    )
    if membership is None:
        raise Http404
    place = membership.company or membership.workspace
    try:
        leave(user=request.user, membership=membership)
    except LastOwner:
        messages.error(request, _no_other_owner())
        return redirect("members", code=membership.workspace.code)
    messages.success(request, _("You have left %(place)s.") % {"place": place.name})
    return redirect("workspaces")


def _page(request: HttpRequest, granted: Granted, workspace: Any, company: Any) -> HttpResponse:
    people = people_of(workspace, company, partial=workspace.partial)
    invitations = invitations_of(workspace, company) if granted.may_own else []
    for row in invitations:
        if not row.invitation.email:
            row.link = request.build_absolute_uri(path_to("invitation", row.invitation))
    context = {
        "workspace": workspace,
        "company": company,
        "may_own": granted.may_own,
        "people": people,
        "owners": sum(1 for each in people if each.role == "owner"),
        "invitations": invitations,
        "me": next((each for each in people if each.user_id == request.user.pk), None),
        "whole_roles": {each: ROLES[each] for each in WHOLE_ROLES},
        "company_roles": {each: ROLES[each] for each in COMPANY_ROLES},
    }
    return render(request, "members/people.html", context)


def _invite(request: HttpRequest, workspace: Any, company: Any) -> HttpResponse:
    roles = COMPANY_ROLES if company else WHOLE_ROLES
    initial = {"role": roles[-2] if not company else "viewer", "language": request.user.language}
    place = {"workspace": workspace, "company": company}
    form = InviteForm(request.POST or None, roles=roles, initial=initial, **place)
    if form.is_valid():
        made = invite(user=request.user, **place, **form.cleaned_data)
        if made.email:
            messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": made.email})
        else:
            messages.success(request, _("The link is made: copy it below, and pass it on."))
        return redirect("company_people", company.code) if company else redirect("members", workspace.code)
    return render(request, "members/invite.html", {"form": form, **place})


def _act(request: HttpRequest, workspace: Any, company: Any) -> None:
    """Do what an owner asks for, and say what came of it."""
    act = request.POST.get("act", "")
    try:
        if act in ON_MEMBERS:
            found = member_of(workspace, request.POST.get("company", ""), clean(request.POST.get("member", "")))
            if found is None or (company and found.company_id != company.pk):
                raise NotHere
            messages.success(request, ON_MEMBERS[act](request, found))
        elif act in ON_INVITATIONS:
            invitation = invitation_of(workspace, company, request.POST.get("invitation", ""))
            if invitation is None:
                raise NotHere
            messages.success(request, ON_INVITATIONS[act](request, invitation))
        else:
            raise Http404
    except LastOwner:
        messages.error(request, _no_other_owner())
    except NotHere:
        messages.error(request, _("Somebody else has changed this meanwhile. This is how it is now."))


def _change(request: HttpRequest, member: Any) -> str:
    withdrawn = change_role(user=request.user, membership=member, role=request.POST.get("role", ""))
    said = {"name": str(member.user), "role": ROLES.get(request.POST.get("role", ""), "")}
    return _also(_("%(name)s has the role “%(role)s” now.") % said, withdrawn)


def _remove(request: HttpRequest, member: Any) -> str:
    if member.user_id == request.user.pk:
        raise NotHere  # that is to leave, which has its own button
    withdrawn = remove_member(user=request.user, membership=member)
    return _also(_("%(name)s does not belong here any more.") % {"name": str(member.user)}, withdrawn)


def _hand_over(request: HttpRequest, member: Any) -> str:
    withdrawn = hand_over(user=request.user, membership=member)
    return _also(_("%(name)s is an owner now, and you are a consultant.") % {"name": str(member.user)}, withdrawn)


def _also(said: str, withdrawn: int) -> str:
    """The same, and what to say of invitations that went with a role, where there were any."""
    if not withdrawn:
        return said
    also = ngettext(
        "%(count)d open invitation is withdrawn as well, so that its link leads nobody back to an earlier role.",
        "%(count)d open invitations are withdrawn as well, so that their links lead nobody back to an earlier role.",
        withdrawn,
    )
    return joined((said, also % {"count": withdrawn}))


def _renew(request: HttpRequest, invitation: Any) -> str:
    renew_invitation(user=request.user, invitation=invitation)
    if invitation.email:
        return _("A new letter is on its way to %(email)s. The previous link no longer works.") % {
            "email": invitation.email
        }
    return _("There is a new link. The previous one no longer works.")


def _withdraw(request: HttpRequest, invitation: Any) -> str:
    withdraw_invitation(user=request.user, invitation=invitation)
    return _("The invitation is withdrawn: its link opens nothing any more.")


def _no_other_owner() -> str:
    return _("A workspace always has an owner, and here there is no other. Hand over the ownership first.")


Acts = dict[str, Callable[[HttpRequest, Any], str]]
ON_MEMBERS: Acts = {"change": _change, "remove": _remove, "hand-over": _hand_over}
ON_INVITATIONS: Acts = {"renew": _renew, "withdraw": _withdraw}
