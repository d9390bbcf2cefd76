"""The entry that every act leaves in the audit trail, in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from ..models import Assessment, AuditEntry, Company, User, Workspace


def record(
    act: str,
    about: Workspace | Company | Assessment,
    *,
    actor: User | None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Note that `actor` (None: nobody signed in, or the system itself) did `act`, and in what; `detail` goes into JSON.

    Never called for what a respondent says: no trail may tell who answered what, or when. Acts are words like
    "assessment-started"; words/labels.py says them to people.
    """
    assessment_id = about.pk if isinstance(about, Assessment) else None
    company_id = about.company_id if isinstance(about, Assessment) else about.pk if isinstance(about, Company) else None
    workspace_id = about.pk if isinstance(about, Workspace) else about.workspace_id
    AuditEntry.objects.create(
        workspace_id=workspace_id,
        company_id=company_id,
        assessment_id=assessment_id,
        actor_id=actor.pk if actor else None,
        act=act,
        detail=dict(detail or {}),
    )
    if company_id:
        _to_be_counted(workspace_id, company_id)


def _to_be_counted(workspace_id: int, company_id: int) -> None:
    """Whatever an act has changed, what the portfolio sorts by may be old (actions/standings.py)."""

    def forget() -> None:  # a function with a name, which Django says when it logs a fault
        counted = Company.objects.filter(workspace=workspace_id, pk=company_id, counted_at__isnull=False)
        counted.update(counted_at=None)

    transaction.on_commit(forget, robust=True)
