"""What people settle about plans: how much a lane takes; for themselves, the letter of the week and the calendar."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import company_for
from ...actions.plan_settings import choose_digest, close_calendar, open_calendar, set_capacity
from ...forms.plan_settings import CapacityForm
from ...links import key_of
from ...queries.plan_calendar import calendar_of, memberships_of
from ..crumbs import of_company


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def plan_capacity(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """How many effort points fit into a lane."""
    company, _role = company_for(request.user, code, write=True)
    form = CapacityForm(request.POST or None, initial={"capacity": company.plan_capacity})
    if form.is_valid():
        set_capacity(user=request.user, company=company, capacity=form.cleaned_data["capacity"])
        return redirect("plan", code=code)
    context = {**of_company(company), "form": form}
    return render(request, "plan/capacity.html", context, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_reminders(request: HttpRequest) -> HttpResponse:
    """Of each place where one belongs: whether to have the letter of the week, and the address for a calendar."""
    own = memberships_of(request.user)
    if request.method == "POST":
        membership = next((each for each in own if _place(each) == request.POST.get("place")), None)
        if membership is None:
            raise Http404
        messages.success(request, _settle(request, membership))
        return redirect("my_reminders")
    rows = [{"membership": each, "place": _place(each), "feed": _feed(each)} for each in own]
    return render(request, "account/reminders.html", {"rows": rows})


def _settle(request: HttpRequest, membership: Any) -> str:
    act = request.POST.get("act")
    if act in ("digest", "no-digest"):
        choose_digest(user=request.user, membership=membership, wanted=act == "digest")
        return _("You get the plan of the week, on Mondays.") if act == "digest" else _("You no longer get it.")
    if act == "calendar":
        open_calendar(user=request.user, membership=membership)
        return _("Here is your address. An older one opens nothing any more.")
    if act == "no-calendar":
        close_calendar(user=request.user, membership=membership)
        return _("The address opens nothing any more.")
    raise Http404


def _place(membership: Any) -> str:
    """The code of where somebody belongs: one company, or the whole workspace."""
    return str((membership.company or membership.workspace).code)


def _feed(membership: Any) -> str:
    if membership.calendar_code is None:
        return ""
    key = key_of("calendar", calendar_of(membership))
    return f"{settings.BASE_URL}{reverse('plan_feed', args=[key])}"
