"""Reads of companies, with where their latest assessment stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, OuterRef, Subquery

from ..models import WRITING_ROLES, Assessment, Company, Membership, User, Workspace
from .assessments import AssessmentRow, assessment_rows

PAGE = 50


@dataclass(frozen=True)
class CompanyRow:
    """A company and its latest assessment, if there is one."""

    company: Company
    latest: AssessmentRow | None


def companies_page(workspace: Workspace, *, search: str = "", page: str = "1") -> tuple[Page[Any], list[CompanyRow]]:
    """A page of companies, the ones assessed last first; three queries however many there are, none of them per row."""
    latest = Assessment.objects.filter(workspace=workspace, company=OuterRef("pk")).order_by("-held_on", "-pk")
    companies = Company.objects.filter(workspace=workspace, deleted_at=None).annotate(
        latest_id=Subquery(latest.values("pk")[:1]), latest_on=Subquery(latest.values("held_on")[:1])
    )
    if search:
        companies = companies.filter(name__icontains=search)
    shown = Paginator(companies.order_by(F("latest_on").desc(nulls_last=True), "name", "pk"), PAGE).get_page(page)
    newest: list[int | None] = [getattr(each, "latest_id", None) for each in shown]
    ids = [each for each in newest if each]
    rows = {each.assessment.pk: each for each in assessment_rows(workspace, Assessment.objects.filter(pk__in=ids))}
    return shown, [CompanyRow(each, rows.get(key or 0)) for each, key in zip(shown, newest, strict=True)]


def company_exists(workspace: Workspace) -> bool:
    """Whether there is any company in the workspace."""
    return Company.objects.filter(workspace=workspace, deleted_at=None).exists()


def places_to_keep(user: User) -> list[tuple[Workspace, list[Company]]]:
    """The workspaces in which a person may write, each with the companies they may write in, by name; two queries.

    One where they may write in some companies only is marked `partial`: a new company cannot be added to it.
    """
    rows = Membership.objects.filter(user=user, role__in=WRITING_ROLES, workspace__deleted_at=None)
    rows = rows.select_related("workspace").order_by("workspace__name", "pk")
    workspaces: dict[int, Workspace] = {}
    only: dict[int, set[int]] = {}
    for each in rows:
        within = workspaces.setdefault(each.workspace_id, each.workspace)
        if each.company_id:
            within.partial = True
            only.setdefault(each.workspace_id, set()).add(each.company_id)
    companies: dict[int, list[Company]] = {key: [] for key in workspaces}
    for company in Company.objects.filter(workspace__in=workspaces, deleted_at=None).order_by("name", "pk"):
        if company.workspace_id not in only or company.pk in only[company.workspace_id]:
            companies[company.workspace_id].append(company)
    return [(each, companies[key]) for key, each in workspaces.items()]
