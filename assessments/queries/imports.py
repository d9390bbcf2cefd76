"""Reads of imports: those of a company, one of them, and how the same columns were matched before."""

from __future__ import annotations

import uuid
from typing import Any

from django.shortcuts import get_object_or_404

from ..models import Company, ImportRun

SHOWN = 30


def imports_of(company: Company) -> list[ImportRun]:
    """The latest imports, newest first; one query."""
    rows = ImportRun.objects.filter(workspace=company.workspace_id, company=company).select_related("started_by")
    return list(rows.order_by("-created_at")[:SHOWN])


def import_of(company: Company, code: uuid.UUID) -> ImportRun:
    """An import of this company, or 404."""
    rows = ImportRun.objects.select_related("started_by").filter(workspace=company.workspace_id, company=company)
    run = get_object_or_404(rows, code=code)
    run.company = company
    return run


def remembered_mapping(run: ImportRun) -> dict[str, Any]:
    """How columns with the same names were matched last; {} where they never were."""
    rows = ImportRun.objects.filter(workspace=run.workspace_id, company=run.company, columns_key=run.columns_key)
    found = rows.exclude(mapping={}).exclude(pk=run.pk).order_by("-created_at").values_list("mapping", flat=True)
    return dict(found.first() or {})
