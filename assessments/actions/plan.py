"""What people do with the plan: add, adopt from a journey, change, move on."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction

from ..journey.edits import Cell, NotThere, value_at, with_value
from ..journey.map import Opportunity, Touchpoint
from ..journey.reading import read
from ..models import PLAN_STATES, Company, Journey, PlanItem, User
from ..queries.plan import origin_key
from .audit import record
from .journeys import keep, locked


@transaction.atomic
def add_plan_item(
    *,
    user: User,
    company: Company,
    title: str,
    practice: str = "",
    owner: str = "",
    due_on: datetime.date | None = None,
    note: str = "",
    origin: str = "own",
    about: str = "",
) -> PlanItem:
    """Add work to the plan of a company. `about` says where it comes from, if `origin` is not "own"."""
    said = {"title": title, "practice": practice, "owner": owner, "due_on": due_on, "note": note}
    item = PlanItem(workspace_id=company.workspace_id, company=company, created_by=user, origin=origin, about=about)
    for field, value in said.items():
        setattr(item, field, value)
    item.save()
    _note("plan-item-added", item, user, origin=origin)
    return item


@transaction.atomic
def adopt_opportunity(*, user: User, journey: Journey, touchpoint: str, text: str) -> PlanItem:
    """Put what would lift a touchpoint into the plan, once: whoever asks again gets the item there is.

    On the map it counts as planned from then on. Raises NotThere where the map does not say it any more.
    """
    row = locked(journey)
    map = read(row.map)
    point, found = _opportunity(map.touchpoints(), touchpoint, text)
    about = origin_key(row.code, point.id, found.text)
    there = PlanItem.objects.filter(workspace=row.workspace_id, company=row.company_id, about=about).first()
    if there:
        return there
    item = add_plan_item(
        user=user,
        company=row.company,
        title=found.text[:300],
        practice=found.practice,
        owner=(found.owner or point.inside.owner)[:150],
        due_on=found.due,
        origin="journey",
        about=about,
    )
    cell = Cell("touchpoints", "opportunities", point.id)
    said = value_at(map, cell)
    for each in said:
        if each["text"] == found.text and each.get("status", "open") == "open":
            each["status"] = "planned"
    keep(row, with_value(map, cell, said))
    return item


@transaction.atomic
def update_plan_item(
    *,
    user: User,
    item: PlanItem,
    title: str,
    practice: str,
    owner: str,
    due_on: datetime.date | None,
    note: str,
) -> None:
    """Change what is to be done, by whom, until when."""
    wanted = {"title": title, "practice": practice, "owner": owner, "due_on": due_on, "note": note}
    changed = [field for field, value in wanted.items() if getattr(item, field) != value]
    for field in changed:
        setattr(item, field, wanted[field])
    if changed:
        item.save(update_fields=[*changed, "updated_at"])
        _note("plan-item-changed", item, user)


@transaction.atomic
def move_plan_item(*, user: User, item: PlanItem, state: str) -> None:
    """Say how far it is: open, doing, done or dropped; ValueError for anything else."""
    if state not in PLAN_STATES:
        raise ValueError(state)
    before = item.state
    if before == state:
        return
    item.state = state
    item.save(update_fields=["state", "updated_at"])
    _note("plan-item-moved", item, user, before=before, after=state)


def _opportunity(points: Iterable[Touchpoint], id: str, text: str) -> tuple[Touchpoint, Opportunity]:
    for point in points:
        for each in point.opportunities if point.id == id else ():
            if each.text == text:
                return point, each
    raise NotThere(text)


def _note(act: str, item: PlanItem, user: User, **detail: str) -> None:
    said = {"title": item.title, **detail}
    record(act, workspace_id=item.workspace_id, actor=user, company=item.company, detail=said)
