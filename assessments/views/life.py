"""The page on which an assessment goes on to its next state, or back."""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..access import assessment_for
from ..actions.life import CannotMove, move_assessment, moves_of
from ..actions.plan import NewerItem
from ..forms.life import MoveForm
from ..words.labels import STATES
from .crumbs import of_assessment
from .plan.plan_ask import answered, asks_of, settle


class Move(NamedTuple):
    """How a move is offered: the words of its button, and what follows from it."""

    to: str
    label: Any
    follows: Any
    back: bool = False


OPEN = gettext_lazy(
    "Everybody with a personal link can answer from now on, until you close it or its last day is over."
)
CLOSE = gettext_lazy(
    "Nobody can answer any more. You see where opinions differ, and settle what is true, before it becomes final."
)
MOVES = {
    ("draft", "collecting"): Move("collecting", gettext_lazy("Open for answers"), OPEN),
    ("draft", "review"): Move("review", gettext_lazy("Close and review"), CLOSE),
    ("collecting", "review"): Move("review", gettext_lazy("Close and review"), CLOSE),
    ("review", "final"): Move(
        "final",
        gettext_lazy("Make final"),
        gettext_lazy(
            "Answers, agreed stages, red flags and target stages stay as they are. To change one, open it again."
        ),
    ),
    ("review", "collecting"): Move("collecting", gettext_lazy("Open for answers again"), OPEN, True),
    ("final", "review"): Move(
        "review",
        gettext_lazy("Open again"),
        gettext_lazy("It goes back to review: agreed stages, red flags and target stages can be changed again."),
        True,
    ),
}
FOR_GOOD = gettext_lazy(
    "This is for good: an anonymous assessment never collects again, since results before and after would tell what "
    "the few in between have said."
)
NEVER_AGAIN = gettext_lazy(
    "An anonymous assessment never collects again: results before and after would tell what the few in between have "
    "said. Start a new one instead."
)


def offered(assessment: Any) -> list[Move]:
    """The moves from where an assessment is, the usual one first."""
    return [MOVES[assessment.state, to] for to in moves_of(assessment)]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def assessment_move(request: HttpRequest, code: uuid.UUID, to: str) -> HttpResponse:
    """Say what follows, ask for what is needed, then move it."""
    assessment, _role = assessment_for(request.user, code, write=True)
    if to not in STATES:
        raise Http404
    move = MOVES.get((assessment.state, to))
    if move is None or to not in moves_of(assessment):
        messages.error(request, _not_now(assessment, to))
        return redirect("assessment", code=code)
    usual = assessment.closes_on
    usual = usual if usual and usual >= timezone.localdate() else None
    form = MoveForm(
        request.POST if request.method == "POST" else None,
        initial={"closes_on": usual},
        opens=to == "collecting",
        back=move.back,
    )
    asks = asks_of(request, assessment) if to == "final" else []
    gone = ""
    if form.is_valid() and answered(asks, knowingly="knowingly" in request.POST):
        try:
            settle(request.user, assessment, asks)
            move_assessment(user=request.user, assessment=assessment, to=to, **form.cleaned_data)
            return redirect("assessment", code=code)
        except CannotMove as refused:
            messages.error(request, _now_at(refused.at))
            return redirect("assessment", code=code)
        except NewerItem:
            gone = _("Nothing was changed: somebody else has changed the plan meanwhile. Look again, then go on.")
    unanswered = bool(asks) and form.is_bound and not gone
    context = {
        **of_assessment(assessment),
        "form": form,
        "move": move,
        "for_good": FOR_GOOD if assessment.anonymous and to == "review" and assessment.is_open else "",
        "gone": gone,
        "asks": asks,
        "unanswered": unanswered,
    }
    return render(request, "assessments/move.html", context, status=409 if gone else 400 if form.is_bound else 200)


def _not_now(assessment: Any, to: str) -> str:
    if assessment.anonymous and (assessment.state, to) == ("review", "collecting"):
        return str(NEVER_AGAIN)
    return _now_at(assessment.state)


def _now_at(state: str) -> str:
    text = _("Nothing was changed: the assessment stands at “%(state)s” now, and this does not follow from there.")
    return text % {"state": STATES[state]}
