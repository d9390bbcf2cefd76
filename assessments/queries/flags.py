"""Reads of the red flags of a company: what is open, what was closed, and what comments they come from."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from ..models import Comment, Company, Journey, RedFlag
from .codes import as_code

MOST_CLOSED = 100
FROM = ("comment", "journey")  # what a flag may be about
FlagRow = RedFlag  # the name under which views may speak of a row without importing models


@dataclass(frozen=True, slots=True)
class Flags:
    """The red flags of a company, each kind the newest first; `comments` and `journeys` by the codes flags speak of."""

    open: list[RedFlag]
    closed: list[RedFlag]
    comments: dict[str, Comment]
    journeys: dict[str, str]


def flags_of(company: Company) -> Flags:
    """The flags with whom they concern; four queries."""
    rows = RedFlag.objects.filter(workspace=company.workspace_id, company=company)
    rows = rows.select_related("raised_by", "closed_by")
    is_open = list(rows.filter(closed_at=None).order_by("flag"))
    closed = list(rows.filter(closed_at__isnull=False).order_by("-closed_at", "-pk")[:MOST_CLOSED])
    codes = {origin: [as_code(each.about) for each in (*is_open, *closed) if each.origin == origin] for origin in FROM}
    comments = Comment.objects.filter(workspace=company.workspace_id, company=company, code__in=codes["comment"])
    journeys = Journey.objects.filter(workspace=company.workspace_id, company=company, code__in=codes["journey"])
    return Flags(
        is_open,
        closed,
        {str(each.code): each for each in comments},
        {str(code): title for code, title in journeys.values_list("code", "title")},
    )


def open_flags(company: Company) -> list[str]:
    """The keys of the flags that are open; one query."""
    rows = RedFlag.objects.filter(workspace=company.workspace_id, company=company, closed_at=None)
    return list(rows.order_by("flag").values_list("flag", flat=True))


def flag_of(company: Company, code: uuid.UUID) -> RedFlag:
    """One red flag of the company; 404 where it has none of this code. One query."""
    return get_object_or_404(RedFlag, workspace=company.workspace_id, company=company, code=code)
