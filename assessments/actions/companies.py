"""What people do with companies."""

from __future__ import annotations

from ..models import Company, Workspace


def add_company(*, workspace: Workspace, name: str, industry: str = "", size: str = "") -> Company:
    """Add a company to a workspace."""
    return Company.objects.create(workspace=workspace, name=name.strip(), industry=industry, size=size)


def update_company(*, company: Company, name: str, industry: str, size: str) -> None:
    """Change what is known of a company."""
    company.name, company.industry, company.size = name.strip(), industry, size
    company.save(update_fields=["name", "industry", "size"])
