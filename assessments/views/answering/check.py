"""The 10-minute check: without an account, its answers in one cookie, kept for good only in a new account."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ...content.loader import framework
from ...cookies.check import Check, erase_check, read_check, write_check
from ...forms.answers import filled_from, filled_in
from ...forms.check import BeginForm
from ...maturity.answers import QUICK
from ...maturity.progress import progress
from ...queries.answers import KeptAnswer
from .question_page import QuestionPage, go_on, overtaken, refused, saved, show, wants_json


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """What the check is; begin it, or go on with it."""
    state = read_check(request)
    way = progress(framework(), QUICK, state.given)
    if way.done and "end" in request.GET:
        return redirect("check_report")
    form = BeginForm(request.POST if request.method == "POST" else None, initial={"company": state.company})
    if form.is_valid():
        response = redirect("check_question", practice=way.first_open or way.order[0])
        write_check(response, Check(True, form.cleaned_data["company"], state.given))
        return response
    context = {"form": form, "begun": state.begun, "way": way, "report_url": report_url(state), "keep": _keeping()}
    return render(request, "check/start.html", context)


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_question(request: HttpRequest, practice: str) -> HttpResponse:
    """Ask one practice of the check; keep what is answered in the cookie."""
    state = read_check(request)
    page = _page(state, practice)
    if request.method != "POST":
        given = state.given.get(practice)
        return show(request, page, filled_from(given.answer, given.chosen_at) if given else filled_from(None))
    filled = filled_in(request.POST, page.framework, with_text=False)
    if filled.untouched and not wants_json(request):
        return go_on(request, page)
    if filled.errors:
        return refused(request, page, filled)
    after = state.with_answer(practice, filled.answer(), timezone.now() - filled.age, filled.seen)
    given = after.given[practice]
    kept = KeptAnswer(given.answer, given.chosen_at, given.chosen_at)
    if after is state and given.answer != filled.answer():
        return overtaken(request, page, filled, kept)
    response = saved(request, page, kept)
    write_check(response, after)
    return response


@login_not_required
@require_POST
def check_erase(request: HttpRequest) -> HttpResponse:
    """Forget the answers of the check."""
    response = redirect("check")
    erase_check(response)
    return response


def report_url(state: Check) -> str:
    """Where the result so far is shown; "" before the first answer."""
    return reverse("check_report") if state.given else ""


def _page(state: Check, practice: str) -> QuestionPage:
    frame = framework()
    asked = frame.asked(QUICK)
    if practice not in {each.id for each in asked}:
        raise Http404
    return QuestionPage(
        framework=frame,
        asked={each.id for each in asked},
        practice=practice,
        answered=lambda: state.given,
        end="../?end=1",  # on to the result, or to what is still open
        keep=_keeping,
        kind="check",
        company=state.company,
        result_url=report_url(state) if len(state.given) == len(asked) else "",
    )


def _keeping() -> dict[str, str]:
    """Where the browser keeps what it could not send yet: as long as its tab is open."""
    return {"store": "session", "key": "cx:check", "base": reverse("check")}
