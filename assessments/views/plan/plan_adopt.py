"""Taking steps of a report into the plan: one, with what it needs, or all that come now."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...access import company_for
from ...actions.plan_adopt import adopt_steps
from ...planning.board import LANES
from ...planning.proposals import Proposal, with_needs
from ...queries.codes import as_code
from ...queries.plan_steps import assessment_of, reported
from ...results.proposals import Proposals, proposals_of
from ...words.labels import PLAN_LANES
from ...words.reader import reader_language


@never_cache
@require_POST
def plan_adopt(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Adopt steps of the assessment that is named, or of the last one: twice is the same as once."""
    company, _role = company_for(request.user, code, write=True)
    named = as_code(request.POST.get("assessment", ""))
    assessment = assessment_of(company, named) if named else reported(company)
    steps = _asked(request, proposals_of(assessment, reader_language())) if assessment else []
    if not steps:
        raise Http404
    new = adopt_steps(user=request.user, assessment=assessment, steps=steps)
    messages.success(request, _said(len(new)))
    if named:
        practice = request.POST.get("practice", "").partition("+")[0]
        return redirect(f"{reverse('report', args=[named])}#{f'step-{practice}' if practice else 'steps'}")
    return redirect("plan", code=code)


def _asked(request: HttpRequest, proposals: Proposals) -> list[tuple[Proposal, str]]:
    """The steps that were asked for, each with its lane: `practice` one ("…+needs": with all it needs), or `all`."""
    if request.POST.get("all") in PLAN_LANES:
        return [(each, each.lane) for each in proposals.values() if each.lane == request.POST["all"]]
    practice, _plus, more = request.POST.get("practice", "").partition("+")
    if practice not in proposals:
        return []
    step, wanted = proposals[practice], request.POST.get("lane", "")
    if wanted in PLAN_LANES:  # no later than what waits for it
        step = step._replace(lane=min(wanted, step.lane, key=LANES.index))
    return with_needs({**proposals, practice: step}, practice) if more else [(step, step.lane)]


def _said(count: int) -> str:
    if not count:
        return _("It is in the plan already.")
    return ngettext(
        "%(count)s step is in the plan now. Give it an owner and a date.",
        "%(count)s steps are in the plan now. Give them owners and dates.",
        count,
    ) % {"count": count}
