"""What better experience may be worth to a company: ranges, what sways them, and every assumption behind them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..access import company_for
from ..actions.assumptions import NewerLedger, save_ledger
from ..forms.ledger import LedgerForm
from ..queries.assumptions import ledger_of, suggestions_for
from ..reports.sections.value import value_section
from ..reports.value_words import row_name, row_text, unit_text
from ..value.ledger import Assumption, Ledger
from ..value.suggestions import Suggestion
from .crumbs import of_company


@dataclass(frozen=True)
class Suggested:
    """A suggestion in words: `text` its numbers with their unit, `basis` what it was made of."""

    key: str
    name: str
    text: str
    basis: str


@never_cache
@require_safe
def value(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The ranges with their tornado, what is withheld, the ledger, and what the company’s own figures suggest."""
    company, _role = granted = company_for(request.user, code)
    known = ledger_of(company.workspace_id, company.pk)
    context: dict[str, Any] = {**of_company(company), "may_write": granted.may_write}
    context["section"] = value_section(known, company.currency, 0) if known else None
    context["suggested"] = [_said(each) for each in _new(company, known)] if granted.may_write else []
    return render(request, "value/page.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def value_edit(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The whole ledger to fill in; a row without numbers is none."""
    company, _role = company_for(request.user, code, write=True)
    form, changed = _kept(request, company)
    if changed is not None:
        said = ngettext("%(count)s assumption was saved.", "%(count)s assumptions were saved.", changed)
        renamed = form.renamed not in (None, company.currency)
        nothing = _("Saved.") if renamed else _("Nothing has changed.")
        if form.unfilled:
            messages.success(
                request, _("The new segment has its rows below. It is kept with the first that you fill in.")
            )
            return redirect(f"{request.path}?{urlencode({'segment': form.unfilled}, doseq=True)}#segments")
        messages.success(request, said % {"count": changed} if changed else nothing)
        return redirect("value", code=code)
    currency = company.currency if form.renamed is None else form.renamed
    context = {**of_company(company), "form": form, "currency": currency}
    wrong = 409 if any(each.is_overtaken for each in form.rows) else 400
    return render(request, "value/edit.html", context, status=wrong if form.data is not None else 200)


def _kept(request: HttpRequest, company: Any) -> tuple[LedgerForm, int | None]:
    """The form, and how many rows were changed by it; None where nothing was kept."""
    known = ledger_of(company.workspace_id, company.pk)
    data = request.POST if request.method == "POST" else None
    form = LedgerForm(known, timezone.localdate(), data, request.GET.getlist("segment"))
    if not form.is_valid():
        return form, None
    told = {"rows": form.kept, "removed": form.removed, "currency": form.renamed, "seen": known}
    try:
        return form, save_ledger(user=request.user, company=company, **told)
    except NewerLedger:  # this very moment: the same again, beside what is there now
        return _kept(request, company)


@require_POST
def value_take(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Take over what the company’s own figures suggest for one row."""
    company, _role = company_for(request.user, code, write=True)
    known, key = ledger_of(company.workspace_id, company.pk), request.POST.get("key", "")
    found = next((each for each in _new(company, known) if each.key == key), None)
    if found is None:
        raise Http404
    owner = (request.user.name or request.user.email)[:150]
    numbers = (found.low, found.base, found.high)
    row = Assumption(key, *numbers, "own-data", timezone.localdate(), owner, _basis(found)[:500])
    try:
        save_ledger(user=request.user, company=company, rows=[row], seen=known)
    except NewerLedger:
        raise Http404 from None
    messages.success(request, _("“%(row)s” is in the ledger.") % {"row": row_name(key)})
    return redirect("value", code=code)


def _new(company: Any, known: Ledger) -> list[Suggestion]:
    return [each for each in suggestions_for(company, timezone.localdate()) if each.key not in known]


def _said(found: Suggestion) -> Suggested:
    unit = unit_text(found.key)
    low, base, high = (f"{row_text(found.key, each)}{unit}" for each in (found.low, found.base, found.high))
    words = {"low": low, "base": base, "high": high}
    text = base if low == high else _("%(base)s (%(low)s to %(high)s)") % words
    return Suggested(found.key, row_name(found.key), text, _basis(found))


def _basis(found: Suggestion) -> str:
    """What a suggestion was made of."""
    if found.basis == "month":
        return _("Customers at the end of the newest month that was counted")
    if found.basis == "year":
        return _("The twelve months that were counted, multiplied")
    if found.basis == "months":
        return _("%(count)s counted months, taken to the year; low and high are the worst and the best month") % {
            "count": found.seen
        }
    return _("The share in the NPS answers of a year (%(count)s answers) with its interval, of all customers") % {
        "count": found.seen
    }
