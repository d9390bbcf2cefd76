"""The plan as files: CSV of our own and for other tools, and as a calendar."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...access import company_for
from ...content.loader import framework
from ...files.plan_csv import TOOLS, Task, own_csv, tool_csv
from ...queries.plan import WORKED_ON, PlanRow, plan_of
from ...words.labels import PLAN_LANES
from ...words.reader import reader_language
from ..downloads import CSV, as_file
from .plan_calendar import TYPE, plan_ics

FIELDS = (
    "code", "title", "practice", "from_stage", "to_stage", "lane", "place", "state", "effort", "impact", "owner",
    "owner_email", "starts_on", "due_on", "done_on", "review_on", "signal", "note", "links", "origin",
)  # fmt: skip


@never_cache
@require_safe
def plan_file(request: HttpRequest, code: uuid.UUID, kind: str) -> HttpResponse:
    """The plan as `csv`, `ics`, or for one of the tools."""
    company, _role = company_for(request.user, code)
    if kind == "ics":
        return as_file(plan_ics(company), TYPE, f"{company.name}.ics")
    if kind != "csv" and kind not in TOOLS:
        raise Http404
    rows = plan_of(company)
    content = own_csv(FIELDS, _own(rows)) if kind == "csv" else tool_csv(kind, _tasks(rows))
    suffix = "" if kind == "csv" else f" {kind}"
    return as_file(content, CSV, f"{company.name} {_('Plan')}{suffix}.csv")


def _own(rows: Sequence[PlanRow]) -> list[list[Any]]:
    return [
        ["\n".join(row.item.links) if field == "links" else getattr(row.item, field) for field in FIELDS]
        for row in rows
    ]


def _tasks(rows: Sequence[PlanRow]) -> list[Task]:
    """What is worked on, in words; what was dropped or accepted is no task."""
    return [_task(row.item) for row in rows if row.item.state in WORKED_ON]


def _task(item: Any) -> Task:
    frame, language = framework(), reader_language()
    practice, dimension = frame.practices.get(item.practice), frame.dimension_of.get(item.practice)
    title = practice.title.to(language) if practice else ""
    colon = pgettext("after a label", ": ")
    sign = f"{_('First sign that it works')}{colon}{item.signal}" if item.signal else ""
    owner = f"{pgettext('of work', 'Owner')}{colon}{item.owner}" if item.owner else ""
    return Task(
        code=str(item.code),
        title=item.title,
        about="\n\n".join(filter(None, (title, sign, owner, item.note, "\n".join(item.links)))),
        lane=str(PLAN_LANES[item.lane]),
        practice=title,
        labels=tuple(filter(None, ("CX", dimension.name.to(language) if dimension else ""))),
        owner=item.owner,
        email=item.owner_email,
        state=item.state,
        impact=item.impact,
        effort=item.effort,
        starts=item.starts_on,
        due=item.due_on,
    )
