"""The portfolio: all companies of a workspace."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...access import workspace_for
from ...actions.standings import fresh_places
from ...forms.portfolio import wanted_of
from ...queries.companies import company_exists
from ...queries.deletion import deleted_companies, undoable
from ...queries.portfolio import Wanted, portfolio_page, tally
from ...queries.portfolio_groups import CompanyGroup, grouped_page, groups
from ...tasks.standings import count_soon
from ...words.labels import INDUSTRIES, SIZES
from .portfolio_choices import choices, pills
from .portfolio_file import KINDS
from .portfolio_finding import finding
from .portfolio_words import CompanyLine, line_of

SECONDS = 1.0  # to compute what is missing on the page before it is shown


@never_cache
@require_safe
def workspace(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """The companies of a workspace with their figures; what is missing is computed, and never shown as it was."""
    workspace, _role = granted = workspace_for(request.user, code)
    wanted = wanted_of(request.GET)
    counts = tally(workspace, wanted)
    found = groups(workspace, wanted) if wanted.group else {}
    number = request.GET.get("page", "1")
    if wanted.group:
        page = grouped_page(workspace, wanted, found, number)
    else:
        page = portfolio_page(workspace, wanted, counts, number)
    lines = [line_of(each) for each in fresh_places(list(page.object_list), SECONDS)]
    if counts.uncounted:  # what is on this page has been counted just now
        counts = tally(workspace, wanted)
        found = groups(workspace, wanted) if wanted.group else {}
    if counts.uncounted:
        count_soon(workspace.pk)
    any_company = bool(lines) or (wanted.is_filtered and company_exists(workspace))
    context = {
        "workspace": workspace,
        "may_write": granted.may_write,
        "may_own": granted.may_own,
        "deleted": undoable(deleted_companies(workspace)) if granted.may_own else [],
        "wanted": wanted,
        "page": page,
        "rows": lines,
        "parts": _parts(lines, wanted, found),
        "pills": pills(counts),
        "choices": choices(),
        "kinds": [(kind, kind.upper()) for kind in KINDS],
        "uncounted": counts.uncounted,
        "any": any_company,
        "finding": finding(counts, wanted, page.paginator.count, any_company),
    }
    return render(request, "workspaces/workspace.html", context)


def _parts(
    lines: list[CompanyLine], wanted: Wanted, found: dict[str, CompanyGroup]
) -> list[tuple[str, list[CompanyLine]]]:
    """The rows under a line for each industry or size; one part without a line where nothing is grouped."""
    if not wanted.group:
        return [("", lines)]
    parts: dict[str, list[CompanyLine]] = {}
    for each in lines:
        parts.setdefault(getattr(each.place.company, wanted.group), []).append(each)
    names = INDUSTRIES if wanted.group == "industry" else SIZES
    return [
        (_said(str(names.get(key, _("Not said"))), found.get(key, CompanyGroup())), part) for key, part in parts.items()
    ]


def _said(name: str, group: CompanyGroup) -> str:
    """The line of a group: how many companies, and the level in their middle."""
    facts = {"name": name, "count": group.total, "level": f"{group.median or 0:g}", "rated": group.rated}
    if group.median is None:
        return _("%(name)s · n = %(count)s") % facts
    return _("%(name)s · n = %(count)s · median level %(level)s of %(rated)s rated") % facts
