"""Key figures of a company: what no survey tells, entered month by month."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ...access import company_for
from ...actions.figures import remove_figure, save_figure
from ...forms.figures import FigureForm
from ...queries.codes import as_code
from ...queries.figures import figure_in, figures_of, latest_figures
from ...reports.wording import listed
from ...voice.windows import first_of
from ...words.labels import FIGURE_KINDS
from ..crumbs import of_company
from .figure_words import FigureRow, figure_rows, month_said


@require_safe
def figures(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The newest figures of each kind, and where to enter more."""
    company, _role = granted = company_for(request.user, code)
    rows = figure_rows(latest_figures(company, timezone.localdate()))
    there = {row.figure.kind for row in rows}
    context: dict[str, Any] = {
        **of_company(company),
        "may_write": granted.may_write,
        "rows": rows,
        "finding": _finding(rows, len(there)),
        "kinds": [
            (kind, name, [row for row in rows if row.figure.kind == kind]) for kind, name in FIGURE_KINDS.items()
        ],
    }
    return render(request, "voice/figures.html", context)


def _finding(rows: list[FigureRow], kinds: int) -> str:
    """What is past what the company promises; else how much is kept."""
    if not kinds:
        return _("No key figures yet.")
    if late := [row.kind for row in rows if _is_late(row.figure.numbers)]:
        return _("Past what the company promises: %(kinds)s.") % {"kinds": listed(list(dict.fromkeys(late)))}
    return _("%(count)s of %(total)s kinds of key figures are kept.") % {"count": kinds, "total": len(FIGURE_KINDS)}


def _is_late(numbers: dict[str, float]) -> bool:
    """Whether nine in ten take longer than promised."""
    return "p90" in numbers and "target" in numbers and numbers["p90"] > numbers["target"]


@require_http_methods(["GET", "HEAD", "POST"])
def figure(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """The twelve months of a kind; writers enter, correct and remove them."""
    if kind not in FIGURE_KINDS:
        raise Http404
    company, _role = granted = company_for(request.user, code, write=request.method == "POST")
    today = timezone.localdate()
    if request.method == "POST" and "remove" in request.POST:
        if (which := as_code(request.POST["remove"])) is None:
            raise Http404
        remove_figure(user=request.user, company=company, code=which)
        messages.success(request, _("The figure is removed."))
        return redirect("figure", code=company.code, kind=kind)
    form = FigureForm(kind, today, request.POST or None, initial=_initial(request, company, kind, today))
    if form.is_valid():
        return _saved(request, company, kind, form)
    rows = figure_rows(figures_of(company, today, kind=kind))
    context: dict[str, Any] = {
        **of_company(company),
        "may_write": granted.may_write,
        "kind": kind,
        "finding": month_said(rows),
        "kind_name": FIGURE_KINDS[kind],
        "form": form if granted.may_write else None,
        "rows": rows,
    }
    return render(request, "voice/figure.html", context)


def _saved(request: HttpRequest, company: Any, kind: str, form: FigureForm) -> HttpResponse:
    entered = form.cleaned_data
    save_figure(
        user=request.user,
        company=company,
        kind=kind,
        month=entered["month"],
        numbers=form.numbers,
        touchpoint=entered["touchpoint"],
        source=entered["source"],
    )
    messages.success(request, _("Saved."))
    return redirect("figure", code=company.code, kind=kind)


def _initial(request: HttpRequest, company: Any, kind: str, today: datetime.date) -> dict[str, Any]:
    """What is there of the month asked for; else the month that was last over, and the usual source."""
    month, touchpoint = request.GET.get("month", ""), request.GET.get("touchpoint", "")
    try:
        found = figure_in(company, kind, first_of(month), touchpoint) if month else None
    except ValueError:
        found = None
    if found:
        numbers = {name: int(value) if value == int(value) else value for name, value in found.numbers.items()}
        return {**numbers, "month": month, "touchpoint": touchpoint, "source": found.source}
    before = today.replace(day=1) - datetime.timedelta(days=1)
    latest = next(iter(figures_of(company, today, kind=kind)), None)
    return {"month": f"{before:%Y-%m}", "source": latest.source if latest else ""}
