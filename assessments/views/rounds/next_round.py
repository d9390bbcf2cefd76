"""Starting the next round from the last one."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from ...access import assessment_for
from ...actions.next_round import NotOver, start_next_round
from ...forms.rounds import asked_for, not_over, season_title
from ...queries.rounds import next_of
from ...queries.sheets import AssessmentRow


@require_POST
def next_round(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Start it, and go there; where it was started already, go there."""
    assessment, _role = assessment_for(request.user, code, write=True)
    title, invite = asked_for(request.POST, timezone.localdate())
    try:
        started = start_next_round(user=request.user, assessment=assessment, title=title, invite=invite)
    except NotOver:
        messages.error(request, not_over())
        return redirect("assessment", code=code)
    return redirect("assessment", code=started.code)


def offered_after(assessment: AssessmentRow, may_write: bool) -> dict[str, Any] | None:
    """What the page of a round that is over offers: the next one, or the way to it. One query."""
    if assessment.state != "final":
        return None
    following = next_of(assessment)
    if following is None and not may_write:
        return None
    return {"last": assessment, "following": following, "title": season_title(timezone.localdate(), [assessment.title])}


def offered_of(assessments: Sequence[AssessmentRow], over: Sequence[AssessmentRow]) -> dict[str, Any] | None:
    """The same for the page of a company, where all its rounds are at hand; None while one goes on."""
    last = over[0] if over else None
    if last is None or any(each.previous_id == last.pk for each in assessments):
        return None
    return {
        "last": last,
        "following": None,
        "title": season_title(timezone.localdate(), [each.title for each in assessments]),
    }
