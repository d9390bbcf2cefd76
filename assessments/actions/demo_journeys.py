"""The journeys of the demo, what was taken from them into the plan, and the red flags that rules find then."""

from __future__ import annotations

from ..demo.journeys import journey, planned
from ..journey.writing import write
from ..models import Company, Journey, User
from .flags import watch
from .plan import adopt_opportunity


def add_journeys(company: Company, owner: User, key: str, language: str) -> None:
    """Give a company of the demo its journey, within the caller's transaction; rules look when all of it is there."""
    map = journey(key, language)
    within = company.workspace_id
    row = Journey.objects.create(
        workspace_id=within, company=company, title=map.title, map=write(map), created_by=owner
    )
    for each in planned(key, map):
        adopt_opportunity(user=owner, journey=row, touchpoint=each.touchpoint, text=each.text)
    watch(company)
