"""Customers' comments: the list, its file, marking as read."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ...access import Granted, company_for
from ...actions.comments import mark_read
from ...content.loader import framework
from ...files.text import clean, one_line
from ...forms.comments import EVER, PERIODS, RANGE, codes_in, looking_at
from ...queries.comments import (
    CommentRow,
    choices_of,
    comments_in_full,
    comments_page,
    counts_of,
    has_comments,
    marks_of,
    themes_of,
)
from ...queries.members import people_of
from ...words.labels import COMMENT_MOODS, COMMENT_STATES
from ...words.reader import reader_language
from ..crumbs import of_company
from ..downloads import BOM, CSV, as_stream, csv_line
from .comment_words import answered_said, finding, line_of, period_said, theme_lines


@never_cache
@require_safe
def comments(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """What customers wrote, not read first."""
    company, _role = granted = company_for(request.user, code)
    looking = looking_at(request.GET)
    counts = counts_of(company, looking.filter)
    page = comments_page(company, looking.filter, counts, request.GET.get("page", "1"))
    context = {
        **_of(granted),
        "looking": looking,
        "finding": finding(counts, looking),
        "period": period_said(looking),
        "counts": counts,
        "moods": [(key, name, counts.of(key)) for key, name in COMMENT_MOODS.items()],
        "answered": answered_said(counts),
        "page": page,
        "lines": [line_of(each) for each in page],
        "themes": theme_lines(themes_of(company, looking.filter)),
        "choices": choices_of(company, looking.filter),
        "people": people_of(company.workspace, company, partial=company.workspace.partial),
        "states": COMMENT_STATES,
        "periods": [*PERIODS, EVER, RANGE],
        "none": not counts.total and not has_comments(company),
    }
    return render(request, "comments/list.html", context)


@require_POST
def comments_read(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Mark one comment, or all of a page, as read."""
    company, _role = company_for(request.user, code, write=True)
    shown, one = codes_in(request.POST.getlist("shown")), codes_in(request.POST.getlist("code"))
    chosen = one or shown
    number = mark_read(user=request.user, company=company, codes=chosen)
    said = ngettext("%(number)s comment is marked as read.", "%(number)s comments are marked as read.", number)
    messages.success(request, said % {"number": number})
    query = one_line(request.POST.get("back", ""))
    address = reverse("comments", args=[code]) + (f"?{query}" if query else "") + _to_the_next(shown, one)
    return HttpResponseRedirect(address, status=303)


def _to_the_next(shown: list[uuid.UUID], one: list[uuid.UUID]) -> str:
    """Where a list is gone on with that one comment has left: at the next nobody has read, else at the one before."""
    if len(one) != 1 or one[0] not in shown:
        return ""
    place = shown.index(one[0])
    rest = shown[place + 1 :] or shown[:place][-1:]
    return f"#comment-{rest[0]}" if rest else ""


@never_cache
@require_safe
def comments_file(request: HttpRequest, code: uuid.UUID) -> HttpResponseBase:
    """The comments of a choice as CSV, sent while they are read."""
    company, _role = company_for(request.user, code)
    rows = comments_in_full(company, looking_at(request.GET).filter)
    name = f"{company.name} {_('comments')} {timezone.localdate()}.csv"
    return as_stream(_lines(rows), CSV, name)


COLUMNS = (
    "date", "measure", "score", "scale_min", "scale_max", "mood", "touchpoint", "segment", "question", "comment",
    "tags", "practices", "red_flags", "owner", "reply", "replied_on", "done_on", "read_on",
)  # fmt: skip


def _lines(rows: Iterable[CommentRow]) -> Iterator[str]:
    yield BOM + csv_line(COLUMNS)
    for each in rows:
        yield csv_line(_cells(each, reader_language()), tidy=clean)


def _cells(each: CommentRow, language: str) -> Iterator[str]:
    frame = framework()
    titles = {"practice": frame.practices, "flag": frame.flags}
    yield from (str(each.answered_on), each.measure)
    yield from ("" if value is None else str(value) for value in (each.score, each.scale_min, each.scale_max))
    yield from (each.mood, each.touchpoint, each.segment, each.question, each.text)
    yield "; ".join(marks_of(each, "tag"))
    for kind, known in titles.items():
        found = (known.get(key) for key in marks_of(each, kind))  # type: ignore[attr-defined]
        yield "; ".join(value.title.to(language) for value in found if value)
    yield from (str(each.owner.name or each.owner.email) if each.owner else "", each.reply)
    yield from (_day(value) for value in (each.replied_at, each.done_at, each.read_at))


def _day(moment: Any) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d}" if moment else ""


def _of(granted: Granted[Any]) -> dict[str, Any]:
    company = granted.thing
    return {**of_company(company), "may_write": granted.may_write}
