"""Saying how much each touchpoint counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from ..models import Company, DailyCount, Touchpoint, User
from .audit import record


@transaction.atomic
def weigh_touchpoints(*, user: User, company: Company, importances: Mapping[str, int]) -> None:
    """Set the importance (1..3) of touchpoints that responses name; names that none has used are passed over."""
    mine: dict[str, Any] = {"workspace_id": company.workspace_id, "company": company}
    known = DailyCount.objects.filter(**mine, cut="touchpoint", about__in=importances)
    names = set(known.order_by().values_list("about", flat=True).distinct())
    there = {each.name: each for each in Touchpoint.objects.filter(**mine, name__in=names)}
    changed = {}
    for name in sorted(names):
        now = there.get(name)
        if importances[name] != (now.importance if now else 2):
            changed[name] = importances[name]
            Touchpoint.objects.update_or_create(**mine, name=name, defaults={"importance": importances[name]})
    if changed:
        detail = {"importance": changed}
        record("touchpoints-weighed", company, actor=user, detail=detail)
