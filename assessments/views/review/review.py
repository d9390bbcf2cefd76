"""The review: what people say about each practice, side by side, and the stage that is agreed on."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ...access import Granted, assessment_for
from ...actions.review import CannotSettle, may_settle, settle_stage
from ...content.loader import framework
from ...forms.review import SettlingInReview, settling_in
from ...queries.review import review_of
from ...queries.sheets import is_sealed
from ..crumbs import of_assessment
from .review_page import anchor, chosen, context_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Practice by practice: the spread, the flags, and the agreed stage."""
    assessment, _role = granted = assessment_for(request.user, code, write=request.method == "POST")
    if request.method == "POST":
        return _settle(request, granted)
    if is_sealed(assessment):
        return _closed(request, granted)
    return _show(request, granted)


def _settle(request: HttpRequest, granted: Granted[Any]) -> HttpResponse:
    """Agree on a stage, or ask where somebody else was quicker."""
    assessment, form = granted.thing, settling_in(request.POST)
    frame = framework(assessment.framework, assessment.framework_version)
    if form.practice not in {each.id for each in frame.asked(assessment.practice_set)}:
        raise Http404
    if form.errors:
        return _show(request, granted, form, status=400)
    kept = {"practice": form.practice, "stage": form.agreed, "reason": form.reason}
    if form.takes_back:
        kept["reason"] = ""
    try:
        outcome = settle_stage(user=request.user, assessment=assessment, seen=form.seen, **kept)
    except CannotSettle:
        return _too_late(request, granted, form)
    there = outcome.now
    if not outcome.done and not (there and (there.stage, there.reason) == (kept["stage"], kept["reason"])):
        return _show(request, granted, replace(form, seen=there.version if there else 0), newer=True, status=409)
    said = _("The agreement is taken back.") if form.takes_back else _("The agreed stage is saved.")
    messages.success(request, said)
    return HttpResponseRedirect(f"{request.get_full_path()}#{anchor(form.practice)}", status=303)


def _show(
    request: HttpRequest,
    granted: Granted[Any],
    form: SettlingInReview | None = None,
    *,
    newer: bool = False,
    status: int = 200,
) -> HttpResponse:
    found = review_of(granted.thing)
    choice = chosen(request.GET, found, form.practice if form else "")
    context = {
        **_of(granted),
        **context_of(found, choice, form, anonymous=granted.thing.anonymous, newer=newer),
        "may_settle": granted.may_write and may_settle(granted.thing),
    }
    return render(request, "review/page.html", context, status=status)


def _too_late(request: HttpRequest, granted: Granted[Any], form: SettlingInReview) -> HttpResponse:
    """The assessment has become final, or is not open to the review yet: what was typed is shown, not kept."""
    granted.thing.refresh_from_db(fields=["state"])
    if is_sealed(granted.thing):
        return _closed(request, granted, form, status=409)
    return _show(request, granted, form, newer=True, status=409)


def _closed(
    request: HttpRequest, granted: Granted[Any], form: SettlingInReview | None = None, status: int = 200
) -> HttpResponse:
    return render(request, "review/closed.html", {**_of(granted), "form": form}, status=status)


def _of(granted: Granted[Any]) -> dict[str, Any]:
    assessment = granted.thing
    return {
        **of_assessment(assessment),
        "may_write": granted.may_write,
    }
