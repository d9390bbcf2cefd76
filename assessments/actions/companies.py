"""What people do with companies."""

from __future__ import annotations

from django.db import transaction

from ..models import Company, User, Workspace
from .audit import record
from .meanwhile import still_as_read
from .round_reminders import set_rhythm


@transaction.atomic
def add_company(
    *, workspace: Workspace, name: str, industry: str = "", size: str = "", user: User | None = None
) -> Company:
    """Add a company to a workspace."""
    company = Company.objects.create(workspace=workspace, name=name.strip(), industry=industry, size=size)
    record("company-added", company, actor=user, detail={"name": company.name})
    return company


@transaction.atomic
def update_company(*, company: Company, name: str, industry: str, size: str, user: User | None = None) -> None:
    """Change what is known of a company. Raises MeanwhileChanged where somebody else has, since it was read."""
    wanted = {"name": name.strip(), "industry": industry, "size": size}
    row = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    still_as_read(row, company, wanted)
    changed = {field: value for field, value in wanted.items() if getattr(row, field) != value}
    for field, value in wanted.items():
        setattr(company, field, value)
    company.save(update_fields=list(wanted))
    record("company-changed", company, actor=user, detail=changed)


@transaction.atomic
def edit_company(
    *, user: User, company: Company, name: str, industry: str, size: str, round_months: int | None
) -> None:
    """Change what is known of a company and the rhythm of its rounds: both, or, as above, nothing."""
    set_rhythm(user=user, company=company, months=round_months)
    update_company(user=user, company=company, name=name, industry=industry, size=size)
