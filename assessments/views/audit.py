"""The audit trail of a workspace, for its owners: a page, and files."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..access import workspace_for
from ..queries.audit import Entry, audit_entries, audit_filter, audit_page, audit_places
from .audit_words import AuditLine, said
from .downloads import BOM, CSV, JSON, as_stream, csv_line

KINDS = {"csv": CSV, "json": JSON}


@never_cache
@require_safe
def audit(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Who did what, newest first."""
    workspace, _role = workspace_for(request.user, code, own=True)
    wanted = audit_filter(workspace, request.GET.get("company", ""), request.GET.get("assessment", ""))
    page = audit_page(workspace, wanted, request.GET.get("page", "1"))
    context = {
        "workspace": workspace,
        "page": page,
        "rows": [said(each) for each in page],
        "companies": audit_places(workspace),
        "wanted": wanted,
    }
    return render(request, "audit/audit.html", context)


@never_cache
@require_safe
def audit_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponseBase:
    """The same whole, as CSV or JSON, sent while it is read."""
    workspace, _role = workspace_for(request.user, code, own=True)
    if kind not in KINDS:
        raise Http404
    wanted = audit_filter(workspace, request.GET.get("company", ""), request.GET.get("assessment", ""))
    entries = audit_entries(workspace, wanted)
    lines = _csv(entries) if kind == "csv" else _json(entries)
    name = f"{workspace.name} {_('audit trail')} {timezone.localdate()}.{kind}"
    return as_stream(lines, KINDS[kind], name)


def _csv(entries: Iterable[Entry]) -> Iterator[str]:
    yield BOM + csv_line(
        [
            pgettext("audit trail", "When"),
            pgettext("audit trail", "Who"),
            pgettext("audit trail", "Address"),
            pgettext("audit trail", "What"),
            pgettext("audit trail", "Act"),
            pgettext("audit trail", "Where"),
            pgettext("audit trail", "Details"),
        ]
    )
    for entry in entries:
        each = said(entry)
        what = [each.what, entry.act, each.where, each.more]
        yield csv_line([_when(entry), each.who, _address(entry), *what])


def _json(entries: Iterable[Entry]) -> Iterator[str]:
    yield "["
    for number, entry in enumerate(entries):
        yield (",\n" if number else "\n") + json.dumps(_object(said(entry)), ensure_ascii=False)
    yield "\n]\n"


def _object(each: AuditLine) -> dict[str, object]:
    entry = each.entry
    return {
        "at": _when(entry),
        "who": each.who,
        "address": _address(entry),
        "act": entry.act,
        "company": entry.company.name if entry.company else None,
        "assessment": entry.assessment.title if entry.assessment else None,
        "detail": entry.detail,
    }


def _when(entry: Entry) -> str:
    return timezone.localtime(entry.at).isoformat(timespec="seconds")


def _address(entry: Entry) -> str:
    return entry.actor.email if entry.actor else ""
