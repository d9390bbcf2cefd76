"""Reads of companies; the list of a workspace is in portfolio.py."""

from __future__ import annotations

from ..models import WRITING_ROLES, Company, Membership, User, Workspace


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
