"""What people do with companies."""

from __future__ import annotations

from django.db import transaction

from ..models import Company, User, Workspace
from .audit import record


@transaction.atomic
def add_company(
    *, workspace: Workspace, name: str, industry: str = "", size: str = "", user: User | None = None
) -> Company:
    """Add a company to a workspace."""
    company = Company.objects.create(workspace=workspace, name=name.strip(), industry=industry, size=size)
    record("company-added", workspace_id=workspace.pk, actor=user, company=company, detail={"name": company.name})
    return company


@transaction.atomic
def update_company(*, company: Company, name: str, industry: str, size: str, user: User | None = None) -> None:
    """Change what is known of a company."""
    wanted = {"name": name.strip(), "industry": industry, "size": size}
    changed = {field: value for field, value in wanted.items() if getattr(company, field) != value}
    for field, value in wanted.items():
        setattr(company, field, value)
    company.save(update_fields=list(wanted))
    record("company-changed", workspace_id=company.workspace_id, actor=user, company=company, detail=changed)
