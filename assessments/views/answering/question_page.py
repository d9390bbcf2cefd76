"""The page that asks one practice, and what it answers when somebody sends it: for assessments and the check alike."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple
from urllib.parse import quote_plus, urljoin

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.formats import date_format, time_format
from django.utils.html import escape
from django.utils.translation import gettext as _

from ...content.schema import Framework
from ...cookies.themes import theme_of
from ...forms.answers import Filled, filled_from
from ...maturity.answers import Answer
from ...maturity.progress import DimensionProgress, Progress, progress
from ...queries.answers import KeptAnswer
from ...queries.last_time import LastTime
from ...reports.charts.shapes import css_class
from ...words.reader import reader_language
from . import question_parts as parts
from .question_last import again_part, last_part, marked

NAME_A_COLLEAGUE = "pass-on"  # the button that leads to the page on which one is named


class QuestionPage(NamedTuple):
    """One practice to be answered: what is asked, where one comes from and goes to, and how its answers are kept.

    `asked` are all practices of this person. `answered` and `keep` are asked only when the page is shown: saving needs
    neither. `keep` names where the browser keeps what it could not send: `store` local or session, `key` whose answers
    they are, `base` where they are sent to. `kind` is "assessment", "link" or "check"; `end` is where the last practice
    leads, from here: the same for everybody. `last` is what the person said last time, which counts nowhere.
    """

    framework: Framework
    asked: Collection[str]
    practice: str
    answered: Callable[[], Collection[str]]
    end: str
    keep: Callable[[], dict[str, str]]
    kind: str
    company: str
    round: str = ""
    group: str = ""
    result_url: str = ""
    last: LastTime | None = None


def wants_json(request: HttpRequest) -> bool:
    """Whether our own script asks, which keeps what it sends until it is told that it was saved."""
    return request.META.get("HTTP_ACCEPT") == "application/json"


def show(
    request: HttpRequest,
    page: QuestionPage,
    filled: Filled,
    answered: Collection[str] | None = None,
    newer: KeptAnswer | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page with a filled-in form."""
    way = progress(page.framework, page.asked, page.answered() if answered is None else answered)
    values = {**_fixed_parts(page, way, filled), **_own_parts(request, page, filled, newer)}
    html = parts.put_together(reader_language(), theme_of(request), page.kind, values)
    response = HttpResponse(html, status=status)
    add_never_cache_headers(response)  # here and not around the view: what answers a saved answer needs none
    return response


def _fixed_parts(page: QuestionPage, way: Progress, filled: Filled) -> dict[str, str]:
    """What depends on the practice, the language and how far one is: nothing that anybody wrote.

    The rail stands there a second time in part, as it will be once this practice is answered: the script shows that as
    soon as it is saved, so that saving has nothing to count.
    """
    language, frame, practice = reader_language(), (page.framework.id, page.framework.version), page.practice
    here = way.part_of(practice)
    states = [
        "now" if each.id == practice else "done" if each.id in here.answered else "todo" for each in here.practices
    ]
    number = states.index("now") + 1
    then = progress(page.framework, page.asked, {practice}.union(*(each.answered for each in way.parts)))
    rows: dict[str, list[str]] = {"level": [], "factor": []}
    for each in way.parts:
        row = _rail_row(language, frame, each, each is here)
        if each is here:
            row += f"<template data-then>{_rail_row(language, frame, then.part_of(practice), True)}</template>"
        rows[each.dimension.kind].append(row)
    return {
        **_counts(page, way),
        **{f"{name}_then": each for name, each in _counts(page, then).items()},
        "practice": practice,
        "tone": css_class(here.dimension.id),
        "summary": parts.summary(language, frame, here.dimension.id, number, len(states)),
        "max": str(way.asked),
        "levels": "".join(rows["level"]),
        "factors": "".join(rows["factor"]),
        "aside": parts.aside(language, frame, page.group, page.result_url),
        "steps": parts.steps(tuple(states)),
        "asking": parts.asking(language, frame, practice, number, len(states)),
        "choices": parts.choices(language, frame, practice, filled.choice, filled.reason, marked(page)),
        "margin": parts.margin(language, frame, practice),
        "foot": parts.foot(language, way.before(practice), way.after(practice), page.end),
        "title": f"{here.dimension.name.to(language)} {number}/{len(states)}",
    }


def _counts(page: QuestionPage, way: Progress) -> dict[str, str]:
    """How much is answered, and how long the rest takes."""
    language = reader_language()
    return {
        "so_far": parts.so_far(language, way.answered, way.asked),
        "left": parts.left(language, way.minutes_left),
        "again": again_part(page, way),
        "value": str(way.answered),
    }


def _rail_row(language: str, frame: tuple[str, int], part: DimensionProgress, here: bool) -> str:
    counts = len(part.answered), len(part.practices)
    return parts.rail_row(language, frame, part.dimension.id, part.door, *counts, here)


def _own_parts(request: HttpRequest, page: QuestionPage, filled: Filled, newer: KeptAnswer | None) -> dict[str, str]:
    """What belongs to one person, escaped."""
    context = {"filled": filled, "request": request}
    if newer:
        context["newer"] = {**_as_json(newer), "words": in_words(newer.answer, page.framework), "at": newer.saved_at}
    typed, keep = filled.note or filled.evidence or filled.errors, page.keep()
    kind, saved_word = _saved_word(page, filled, newer)
    return {
        "company": escape(page.company or _("10-minute check")),
        "round": escape(page.round),
        "notices": render_to_string("components/messages.html", {"messages": get_messages(request)})
        if get_messages(request)
        else "",
        "token": get_token(request),
        "path": escape(request.path),
        "next": quote_plus(request.path),
        "seen": filled.seen.isoformat() if filled.seen else "",
        "last": last_part(page, filled, in_words),
        "saved_kind": kind,
        "saved": saved_word,
        "problems": render_to_string("answers/problems.html", context) if newer or filled.errors else "",
        "text": ""
        if page.kind == "check"
        else render_to_string("answers/text.html", context)
        if typed
        else parts.empty_text(reader_language()),
        "key": escape(keep["key"]),
        "base": escape(keep["base"]),
    }


def _saved_word(page: QuestionPage, filled: Filled, newer: KeptAnswer | None) -> tuple[str, str]:
    """Whether the answer is saved, in the top bar: a kind for the script, and the words."""
    language = reader_language()
    if newer or filled.errors:
        return "failed", parts.saved(language, "failed")
    if not filled.seen:
        return "", ""
    if page.kind == "check":
        return "saved", parts.saved(language, "kept")
    local = timezone.localtime(filled.seen)
    today = local.date() == timezone.localdate()
    when = time_format(local, "H:i") if today else date_format(local)
    word = parts.saved(language, "saved")
    return "saved", word.replace("{moment}", filled.seen.isoformat()).replace("{when}", escape(when))


def refused(request: HttpRequest, page: QuestionPage, filled: Filled) -> HttpResponse:
    """Something is wrong with what was sent: say what, and keep it."""
    if wants_json(request):
        return JsonResponse({"errors": filled.errors}, status=400)
    return show(request, page, filled, status=400)


def overtaken(request: HttpRequest, page: QuestionPage, filled: Filled, kept: KeptAnswer) -> HttpResponse:
    """A newer answer is there: show it, and let the person decide."""
    if wants_json(request):
        words = in_words(kept.answer, page.framework)
        return JsonResponse({"newer": {**_as_json(kept), "words": words}}, status=409)
    return show(request, page, filled, newer=kept, status=409)


def saved(request: HttpRequest, page: QuestionPage, kept: KeptAnswer) -> HttpResponse:
    """It is stored: say when, or go where the person wanted to go."""
    if wants_json(request):
        local = timezone.localtime(kept.saved_at)
        return JsonResponse({"saved_at": f"{local.hour:02}:{local.minute:02}", **_as_json(kept)})
    return go_on(request, page)


def go_on(request: HttpRequest, page: QuestionPage) -> HttpResponse:
    """To the next practice, the previous one, or away, as the pressed button says."""
    way, then = progress(page.framework, page.asked, ()), request.POST.get("then", "")
    before, after = way.before(page.practice), way.after(page.practice)
    target = f"../{after}/" if after else page.end
    if then == "leave":
        target = "../" if page.kind == "check" else "../../"
    elif then == NAME_A_COLLEAGUE and page.kind != "check":
        target = "pass-on/"
    elif then == "previous" and before:
        target = f"../{before}/"
    return HttpResponseRedirect(urljoin(request.path, target), status=303)


def in_words(answer: Answer, framework: Framework) -> str:
    """An answer as a person would say it: "3 Managed", "Don’t know", "Not applicable: …"."""
    language = reader_language()
    if answer.dont_know:
        return _("Don’t know")
    if answer.not_applicable:
        reason = framework.reasons[answer.not_applicable].title.to(language)
        return _("Not applicable: %(reason)s") % {"reason": reason}
    return f"{answer.stage} {framework.stages[answer.stage or 0].to(language)}"


def _as_json(kept: KeptAnswer) -> dict[str, str]:
    form = filled_from(kept.answer)
    return {
        "choice": form.choice,
        "reason": form.reason,
        "note": form.note,
        "evidence": form.evidence,
        "seen": kept.saved_at.isoformat(),
    }
