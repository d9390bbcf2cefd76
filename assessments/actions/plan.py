"""What people do with the plan: add, adopt from a journey, change, move on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from ..files.limits import FIRST_DAY, LAST_DAY
from ..journey.edits import Cell, NotThere, value_at, with_value
from ..journey.map import Opportunity, Touchpoint
from ..journey.reading import read
from ..models import PLAN_STATES, Company, Journey, PlanItem, User
from ..queries.plan import origin_key, seen_of
from .audit import record
from .journeys import keep, locked

# What people say about an item, beside where it comes from.
SAID = (
    "title", "practice", "owner", "owner_email", "starts_on", "due_on", "lane", "effort", "impact", "signal", "links",
    "note",
)  # fmt: skip


class NewerItem(Exception):
    """Somebody else has changed the item since it was read: `item` is how it stands now."""

    def __init__(self, item: PlanItem) -> None:
        super().__init__(item.title)
        self.item = item


@transaction.atomic
def add_plan_item(
    *,
    user: User,
    company: Company,
    origin: str = "own",
    **fields: Any,
) -> PlanItem:
    """Add work to the plan of a company, at the end of its lane; `fields` are those of models/plan_item.py.

    One of them, `about`, says where it comes from, if `origin` is not "own".
    """
    item = PlanItem(workspace_id=company.workspace_id, company=company, created_by=user, origin=origin, **fields)
    item.place = end_of(company, item.lane)
    item.save()
    note_act("plan-item-added", item, user, origin=origin)
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
        due_on=found.due if found.due and FIRST_DAY <= found.due <= LAST_DAY else None,  # a map may name any day
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
def update_plan_item(*, user: User, item: PlanItem, seen: str = "", said: Mapping[str, Any]) -> None:
    """Change what is to be done, by whom, until when: `said` are fields of SAID.

    `seen` is what the page had read (queries/plan.py `seen_of`): raises NewerItem where it no longer is.
    """
    row = held(item, seen)
    changed = [field for field in SAID if field in said and getattr(row, field) != said[field]]
    for field in changed:
        setattr(row, field, said[field])
    if "owner_email" in changed:  # whoever takes it over has been told nothing yet
        row.reminded_on = None
        changed.append("reminded_on")
    if "lane" in changed:
        row.place = end_of(row.company, row.lane)
        changed.append("place")
    if changed:
        row.save(update_fields=[*changed, "updated_at"])
        note_act("plan-item-changed", row, user)


@transaction.atomic
def move_plan_item(*, user: User, item: PlanItem, state: str, seen: str = "") -> None:
    """Say how far it is: open, doing, done or dropped; ValueError for anything else.

    A gap that was accepted is taken up again by this. Raises NewerItem as above.
    """
    if state not in PLAN_STATES or state == "accepted":
        raise ValueError(state)
    row = held(item, seen)
    before, row.state = row.state, state
    if before == state:
        return
    row.done_on = timezone.localdate() if state == "done" else None
    row.review_on = None
    row.save(update_fields=["state", "done_on", "review_on", "updated_at"])
    note_act("plan-item-moved", row, user, before=before, after=state)


def held(item: PlanItem, seen: str = "") -> PlanItem:
    """The row as it is now, held until the transaction ends; raises NewerItem where it is not as it was `seen`."""
    rows = PlanItem.objects.select_for_update(of=("self",)).filter(workspace=item.workspace_id)
    row = rows.select_related("company").get(pk=item.pk)
    if seen and seen_of(row) != seen:
        raise NewerItem(row)
    return row


def end_of(company: Company, lane: str) -> int:
    """The place behind the last item of a lane."""
    items = PlanItem.objects.filter(workspace=company.workspace_id, company=company, lane=lane)
    last = items.aggregate(last=Max("place"))["last"]
    return 0 if last is None else int(last) + 1


def note_act(act: str, item: PlanItem, user: User, **detail: str) -> None:
    """The entry of the audit trail about an item."""
    said = {"title": item.title, **detail}
    record(act, item.company, actor=user, detail=said)


def _opportunity(points: Iterable[Touchpoint], id: str, text: str) -> tuple[Touchpoint, Opportunity]:
    for point in points:
        for each in point.opportunities if point.id == id else ():
            if each.text == text:
                return point, each
    raise NotThere(text)
