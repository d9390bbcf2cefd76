"""Links to the reports of an assessment, as its team sees them: the list, a new one, withdrawn, renewed."""

from __future__ import annotations

import datetime
import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...access import assessment_for
from ...actions.share_links import make_share_link, renew_share_link, withdraw_share_link
from ...forms.share_links import DAYS, ExpiryForm, ShareForm
from ...links import path_to
from ...queries.milestones import milestones_of
from ...queries.share_links import SharedRow, share_of, shares_of
from ...words.reader import reader_language
from ..crumbs import of_assessment
from ..once import made_once


@never_cache
@require_safe
def shares(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Every link to a report of this assessment: who it is for, whether it holds, how often it was looked at.

    Keys are for those who may share alone.
    """
    granted = assessment_for(request.user, code)
    rows = shares_of(granted.thing)
    context = {
        **of_assessment(granted.thing),
        "rows": [(row, _link(request, row) if granted.may_write else "") for row in rows],
        "open": sum(row.state == "open" for row in rows),
        "views": sum(row.link.views for row in rows),
        "may_write": granted.may_write,
    }
    return render(request, "share/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@made_once
def share_new(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Make a link: what it shows, in which language, until when."""
    assessment, _role = assessment_for(request.user, code, write=True)
    initial = {"language": reader_language(), "expires_on": _usual(), "milestone": request.GET.get("milestone", "")}
    form = ShareForm(
        request.POST if request.method == "POST" else None, initial=initial, milestones=milestones_of(assessment)
    )
    if form.is_valid():
        make_share_link(user=request.user, assessment=assessment, **form.cleaned_data)
        messages.success(request, _("The link is ready: copy it from the list."))
        return redirect("shares", code=code)
    return render(request, "share/new.html", {**of_assessment(assessment), "form": form})


@require_POST
def share_withdraw(request: HttpRequest, code: uuid.UUID, link: uuid.UUID) -> HttpResponse:
    """Withdraw a link."""
    assessment, _role = assessment_for(request.user, code, write=True)
    withdraw_share_link(user=request.user, link=share_of(assessment, link))
    messages.success(request, _("The link is withdrawn: nobody sees the report by it any more."))
    return redirect("shares", code=code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def share_renew(request: HttpRequest, code: uuid.UUID, link: uuid.UUID) -> HttpResponse:
    """Put a new key in the place of the old one, with a new last day."""
    assessment, _role = assessment_for(request.user, code, write=True)
    row = share_of(assessment, link)
    form = ExpiryForm(request.POST if request.method == "POST" else None, initial={"expires_on": _usual()})
    if form.is_valid():
        renew_share_link(user=request.user, link=row, **form.cleaned_data)
        messages.success(request, _("The link has a new key: copy it from the list. The previous one leads nowhere."))
        return redirect("shares", code=code)
    return render(request, "share/renew.html", {**of_assessment(assessment), "form": form, "link": row})


def _usual() -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=DAYS)


def _link(request: HttpRequest, row: SharedRow) -> str:
    if row.state != "open":
        return ""
    return request.build_absolute_uri(path_to("share", row.link))
