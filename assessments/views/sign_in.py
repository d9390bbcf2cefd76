"""What django-allauth leaves to us of the pages on sign-in: to sign out one other device."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..actions.accounts import end_session


@require_POST
def session_end(request: HttpRequest) -> HttpResponse:
    """Sign out another device of one’s own."""
    if end_session(user=request.user, session=request.POST.get("session", "")):
        messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")
