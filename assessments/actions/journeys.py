"""What people do with journeys: start, edit a cell, change the structure, delete."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.shortcuts import get_object_or_404

from ..journey.edits import Cell, stamp, value_at, with_value
from ..journey.map import JourneyMap
from ..journey.reading import read
from ..journey.writing import write
from ..models import Company, Journey, PlanItem, User
from ..queries.plan import origin_key
from .audit import record
from .flags import watch_beside

WATCHED = ("emotion", "mistakes", "opportunities", "kind", "scale")  # what can raise a red flag


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of an edit: `done`, or not, since the cell says something else than the person saw. `map` is now."""

    done: bool
    map: JourneyMap


def new_id(letter: str) -> str:
    """An id for a new stage (s), touchpoint (t) or piece of evidence (e) that no map has had before."""
    return f"{letter}-{uuid.uuid4().hex[:12]}"


@transaction.atomic
def start_journey(*, user: User, company: Company, map: JourneyMap) -> Journey:
    """Add a journey to a company: a blank map, a template, or one from a file."""
    within = company.workspace_id
    journey = Journey(workspace_id=within, company=company, title=map.title.strip()[:200], created_by=user)
    journey.map = write(map)
    journey.save()
    _note("journey-started", journey, user)
    watch_beside(company)
    return journey


@transaction.atomic
def edit_journey(*, user: User, journey: Journey, cell: Cell, seen: str, value: Any) -> Edited:
    """Write one cell into the map as it is now. `seen` is the stamp of the cell that the person saw.

    Where the cell has changed since, nothing is written, unless it says the same already. Raises NotThere where it is
    gone, and MapFaults for a value that cannot be.
    """
    row = locked(journey)
    before = read(row.map)
    after = with_value(before, cell, value)
    if value_at(before, cell) == value_at(after, cell):
        return Edited(True, before)
    if stamp(before, cell) != seen:
        return Edited(False, before)
    keep(row, after)
    _note("journey-changed", row, user, what=f"{cell.part}:{cell.field}")
    if cell.field == "opportunities":
        _follow(row, cell.id, value_at(before, cell), value_at(after, cell))
    if cell.field in WATCHED:
        watch_beside(row.company)
    return Edited(True, after)


@transaction.atomic
def reshape_journey(*, user: User, journey: Journey, change: Callable[[JourneyMap], JourneyMap], what: str) -> None:
    """Add, move, take out or put back a part of the map, by `change`; `what` names the act for the audit trail.

    Raises what `change` raises: NotThere, MapFaults.
    """
    row = locked(journey)
    before = read(row.map)
    after = change(before)
    if after != before:
        keep(row, after)
        _note("journey-changed", row, user, what=what)
        watch_beside(row.company)


@transaction.atomic
def delete_journey(*, user: User, journey: Journey) -> None:
    """Delete a journey for good. What it has put into the plan stays there."""
    row = locked(journey)
    _note("journey-deleted", row, user)
    row.delete()


def locked(journey: Journey) -> Journey:
    """The row as it is now, held until the transaction ends; its company comes along. 404 where it was just deleted."""
    rows = Journey.objects.select_for_update(of=("self",)).select_related("company")
    return get_object_or_404(rows, workspace=journey.workspace_id, pk=journey.pk)


def keep(row: Journey, map: JourneyMap) -> None:
    """Write a changed map into its locked row."""
    row.map, row.title, row.version = write(map), map.title.strip()[:200] or row.title, row.version + 1
    row.save(update_fields=["map", "title", "version", "updated_at"])


def _follow(row: Journey, touchpoint: str, before: Any, after: Any) -> None:
    """What is in the plan stays linked to an opportunity that is put into other words, in its place."""
    for old, new in zip(before or (), after or (), strict=False):
        if old["text"] != new["text"] and old["text"] not in [each["text"] for each in after]:
            about, goal = (origin_key(row.code, touchpoint, each["text"]) for each in (old, new))
            PlanItem.objects.filter(workspace=row.workspace_id, company=row.company_id, about=about).update(about=goal)


def _note(act: str, journey: Journey, user: User, **detail: str) -> None:
    said = {"title": journey.title, **detail}
    record(act, journey.company, actor=user, detail=said)
