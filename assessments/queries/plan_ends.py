"""Where an item of the plan stands in its lane."""

from __future__ import annotations

from ..models import PlanItem
from .plan import ACTIVE


def ends_of(item: PlanItem) -> tuple[bool, bool]:
    """Whether an item is the first, and whether the last, of what is to be done in its lane; one query."""
    rows = PlanItem.objects.filter(workspace=item.workspace_id, company=item.company_id, lane=item.lane)
    order = list(rows.filter(state__in=ACTIVE).order_by("place", "pk").values_list("pk", flat=True))
    return order[:1] == [item.pk], order[-1:] == [item.pk]
