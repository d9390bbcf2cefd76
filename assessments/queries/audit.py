"""Reads of the audit trail of a workspace, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from ..models import Assessment, AuditEntry, Company, User, Workspace
from .codes import as_code

Entry = AuditEntry  # the name under which views may speak of a row without importing models
PAGE = 50
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are wanted: of a company, of one assessment, or all of the workspace."""

    company: Company | None = None
    assessment: Assessment | None = None


def audit_filter(workspace: Workspace, company: str, assessment: str) -> Filter:
    """What the codes in an address stand for; a code that is none of the workspace’s filters nothing."""
    rounds = Assessment.objects.filter(workspace=workspace).select_related("company")
    if found := _by_code(rounds, assessment):
        return Filter(found.company, found)
    return Filter(_by_code(Company.objects.filter(workspace=workspace), company))


def audit_page(workspace: Workspace, wanted: Filter, page: str) -> Page[Any]:
    """A page of entries with who, and where; two queries however many there are."""
    return Paginator(_entries(workspace, wanted), PAGE).get_page(page)


def audit_entries(workspace: Workspace, wanted: Filter) -> Iterator[AuditEntry]:
    """All entries, read as they are sent."""
    return _entries(workspace, wanted).iterator(chunk_size=CHUNK)


def audit_places(workspace: Workspace) -> list[Company]:
    """The companies to filter by, by name, deleted ones with them; one query."""
    return list(Company.objects.filter(workspace=workspace).order_by("name", "pk"))


def acts_of(user: User) -> QuerySet[AuditEntry]:
    """What a person has done, in every workspace that is there."""
    found = AuditEntry.objects.filter(actor=user.pk, workspace__deleted_at=None)
    return found.select_related("workspace", "company", "assessment").order_by("-pk")


def _entries(workspace: Workspace, wanted: Filter) -> QuerySet[AuditEntry]:
    rows = AuditEntry.objects.filter(workspace=workspace).select_related("actor", "company", "assessment")
    if wanted.assessment:
        rows = rows.filter(assessment=wanted.assessment)
    elif wanted.company:
        rows = rows.filter(company=wanted.company)
    return rows.order_by("-pk")


def _by_code(rows: QuerySet[Any], code: str) -> Any:
    found = as_code(code)
    return rows.filter(code=found).first() if found else None
