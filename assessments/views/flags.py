"""The red flags of a company: open ones with their evidence, closed ones with the reason."""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ..access import Granted, company_for
from ..actions.flags import AlreadyClosed, AlreadyOpen, close_flag, raise_flag
from ..content.loader import framework
from ..forms.flags import CloseFlagForm, RaiseFlagForm
from ..queries.alarms import ASKED_RULES, alarms_of
from ..queries.flags import FlagRow, Flags, flag_of, flags_of, open_flags
from ..words.flags import evidence, month_said
from ..words.reader import reader_language
from .crumbs import of_company
from .voice.comment_words import Marked, practice_marked


class FlagTold(NamedTuple):
    """A red flag as the page tells it: `found` are sentences of rules with the month each rests on.

    `gone` says that no rule that raised it would raise it today.
    """

    row: FlagRow
    flag: Any
    found: list[tuple[str, str]]
    practices: list[Marked]
    cap: str
    comment: Any
    journey: str
    gone: bool


@never_cache
@require_safe
def company_flags(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """What is open, what it touches, and what was closed."""
    company, _role = granted = company_for(request.user, code)
    flags = flags_of(company)
    true_today = {(each.flag, each.rule) for each in alarms_of(company)}
    context = {
        **_of(granted),
        "finding": _finding(len(flags.open)),
        "open": [_told(each, flags, true_today) for each in flags.open],
        "closed": [_told(each, flags, true_today) for each in flags.closed],
    }
    return render(request, "flags/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def company_flag_raise(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Raise a flag by hand, with evidence."""
    company, _role = granted = company_for(request.user, code, write=True)
    form = RaiseFlagForm(request.POST or None, is_open=open_flags(company))
    if request.method == "POST" and form.is_valid():
        try:
            raise_flag(user=request.user, company=company, **form.cleaned_data)
            messages.success(request, _("The red flag is raised."))
            return redirect("company_flags", code=code)
        except AlreadyOpen:
            form.add_error("flag", _("Somebody has just raised this flag. It is open already."))
    status = 400 if form.is_bound else 200
    return render(request, "flags/raise.html", {**_of(granted), "form": form}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def company_flag_close(request: HttpRequest, code: uuid.UUID, flag: uuid.UUID) -> HttpResponse:
    """Close a flag with the reason."""
    company, _role = granted = company_for(request.user, code, write=True)
    row = flag_of(company, flag)
    form = CloseFlagForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            close_flag(user=request.user, company=company, flag=row, reason=form.cleaned_data["reason"])
            messages.success(request, _("The red flag is closed."))
            return redirect("company_flags", code=code)
        except AlreadyClosed:
            row.refresh_from_db()
            status = 409
    elif form.is_bound:
        status = 400
    context = {**_of(granted), "form": form, "row": row, "flag": framework().flags.get(row.flag)}
    return render(request, "flags/close.html", context, status=status)


def _finding(number: int) -> str:
    if not number:
        return _("No red flag is open.")
    return ngettext(
        "One red flag is open: a mistake that customers meet now.",
        "%(number)s red flags are open: mistakes that customers meet now.",
        number,
    ) % {"number": number}


def _told(row: FlagRow, flags: Flags, true_today: set[tuple[str, str]]) -> FlagTold:
    frame, language = framework(), reader_language()
    flag = frame.flags.get(row.flag)
    found = row.numbers.get("found", []) if isinstance(row.numbers, dict) else []
    rules = {str(each.get("rule", "")) for each in found}
    cap = next((each.title.to(language) for each in frame.bands if flag and each.id == flag.caps_trust), "")
    return FlagTold(
        row,
        flag,
        [(evidence(each), month_said(each)) for each in found],
        [practice_marked(each) for each in (flag.practices if flag else ())],
        cap,
        flags.comments.get(row.about),
        flags.journeys.get(row.about, ""),
        bool(rules) and not rules & ASKED_RULES and not any((row.flag, each) in true_today for each in rules),
    )


def _of(granted: Granted[Any]) -> dict[str, Any]:
    company = granted.thing
    return {**of_company(company), "may_write": granted.may_write}
