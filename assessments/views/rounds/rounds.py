"""The page that sets the rounds of a company side by side, and the same as a file."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...access import company_for
from ...files.write_rounds import rounds_csv
from ...queries.rounds import rounds_of, work_of
from ...queries.sheets import AssessmentRow
from ...reports.round_limits import limits
from ...reports.round_words import beside, finding
from ...reports.wording import moments_text
from ...results.rounds import Compared, comparable, compare_rows
from ...rounds.result import result
from ...rounds.rounds import FEWEST, MOST
from ...words.reader import reader_language
from ..crumbs import of_company
from ..downloads import CSV, JSON, as_file
from .rounds_rows import courses, dimension_rows, practice_groups
from .rounds_work import done_rows, work_finding

TYPES = {"csv": CSV, "json": JSON}


@never_cache
@require_safe
def rounds(request: HttpRequest, code: uuid.UUID) -> HttpResponse:
    """Two to six rounds side by side: what changed, what of it is noise, what was done in between."""
    company, _role = company_for(request.user, code)
    there = comparable(rounds_of(company))
    chosen = _chosen(request, there)
    context: dict[str, Any] = {
        **of_company(company),
        "there": [(each, each in chosen) for each in there],
        "query": request.GET.urlencode(),
        "wrong": _wrong(request, there),
    }
    if len(chosen) >= FEWEST:
        items = work_of(company)
        found = compare_rows(chosen, items)
        context |= _shown(found, items, reader_language())
    return render(request, "rounds/rounds.html", context)


@require_safe
def rounds_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """The comparison as CSV or JSON."""
    company, _role = company_for(request.user, code)
    chosen = _chosen(request, comparable(rounds_of(company)))
    if kind not in TYPES or len(chosen) < FEWEST:
        raise Http404
    found = compare_rows(chosen, work_of(company))
    data = result(found.comparison, practices=not found.withheld)
    if kind == "json":
        content = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    else:
        content = rounds_csv(found.comparison, reader_language(), practices=not found.withheld)
    name = _("%(company)s: rounds compared") % {"company": company.name}
    return as_file(content, TYPES[kind], f"{name}.{kind}")


def _chosen(request: HttpRequest, there: list[AssessmentRow]) -> list[AssessmentRow]:
    """The rounds asked for, as far as they are there; else the newest ones that can be compared."""
    asked = set(request.GET.getlist("round"))
    found = [each for each in there if str(each.code) in asked][:MOST]
    return found if len(found) >= FEWEST else there[:MOST]


def _wrong(request: HttpRequest, there: list[AssessmentRow]) -> str:
    """What was wrong with the choice, in words."""
    asked = len({each for each in request.GET.getlist("round") if each in {str(one.code) for one in there}})
    if "round" in request.GET and asked < FEWEST:
        return _("Choose at least two rounds to compare. The latest ones are shown.")
    if asked > MOST:
        return _("At most six rounds stand side by side. The latest six of those you chose are shown.")
    return ""


def _shown(found: Compared, items: Any, language: str) -> dict[str, Any]:
    """Everything the page says of the comparison."""
    comparison, first, last = found.comparison, found.comparison.rounds[0], found.comparison.rounds[-1]
    dimensions = dimension_rows(comparison, language)
    done = done_rows(found, items, language)
    groups = {each.id: each.title.to(language) for each in last.framework.groups}
    present = [each.groups for each in found.scored]

    def name(dimension: str) -> str:
        return last.framework.by_dimension[dimension].name.to(language)

    return {
        "finding": finding(comparison.whole, first, last, name),
        "lede": beside(comparison.whole, first, last),
        "held": list(zip(found.assessments, comparison.rounds, strict=True)),
        "names": moments_text([each.held_on for each in comparison.rounds]),
        "levels": courses(comparison.rounds, "level", language),
        "factors": courses(comparison.rounds, "factor", language),
        "dimensions": dimensions,
        "groups": [] if found.withheld else practice_groups(comparison, dimensions, language),
        "done": done,
        "work_finding": work_finding(done, found.withheld),
        "limits": limits(comparison.rounds, present, comparison.whole, groups, found.withheld),
    }
