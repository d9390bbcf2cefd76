"""Who has taken on which practice: what a plan says of the steps of a report."""

from __future__ import annotations

from ..models import PlanItem
from ..reports.document import Owned
from .plan import ACTIVE


def owners_of(workspace_id: int, company_id: int) -> dict[str, Owned]:
    """By practice the item still to be done that comes first in its plan; one query."""
    items = PlanItem.objects.filter(workspace=workspace_id, company=company_id, state__in=ACTIVE).exclude(practice="")
    found: dict[str, Owned] = {}
    for practice, owner, due_on, state in items.order_by("place", "pk").values_list(
        "practice", "owner", "due_on", "state"
    ):
        found.setdefault(practice, Owned(owner, due_on, state))
    return found
