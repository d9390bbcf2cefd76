"""Entering and removing key figures of a month."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping

from django.db import transaction

from ..models import Company, Figure, User
from .audit import record
from .flags import watch_beside


@transaction.atomic
def save_figure(
    *,
    user: User,
    company: Company,
    kind: str,
    month: datetime.date,
    numbers: Mapping[str, float],
    touchpoint: str = "",
    source: str = "",
) -> Figure:
    """Keep the numbers of a kind in a month, in place of those there are; then see whether a red flag is due."""
    figure, _new = Figure.objects.update_or_create(
        workspace_id=company.workspace_id,
        company=company,
        kind=kind,
        touchpoint=touchpoint.strip(),
        month=month.replace(day=1),
        defaults={"numbers": dict(numbers), "source": source.strip(), "entered_by": user},
    )
    record("figure-saved", company, actor=user, detail=_detail(figure))
    watch_beside(company)
    return figure


@transaction.atomic
def remove_figure(*, user: User, company: Company, code: uuid.UUID) -> None:
    """Remove one figure; nothing happens where it is gone already."""
    rows = Figure.objects.filter(workspace=company.workspace_id, company=company, code=code)
    figure = rows.select_for_update().first()
    if figure is None:
        return
    detail = _detail(figure)
    figure.delete()
    record("figure-removed", company, actor=user, detail=detail)
    watch_beside(company)


def _detail(figure: Figure) -> dict[str, str]:
    told = {"figure": figure.kind, "month": f"{figure.month:%Y-%m}", "touchpoint": figure.touchpoint}
    return {name: value for name, value in told.items() if value}
