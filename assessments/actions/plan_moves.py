"""Moving items of the plan within their lane and to another, and pulling forward what has to come first."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction

from ..models import Company, PlanItem, User
from ..planning.board import LANES, lane_of, moved, pulled_forward, shifted
from ..queries.plan import ACTIVE, lanes_of
from ..queries.plan_reach import leads_to
from .plan import held, note_act

Board = Mapping[str, Sequence[uuid.UUID]]


@transaction.atomic
def place_plan_item(*, user: User, item: PlanItem, lane: str, before: uuid.UUID | None = None, seen: str = "") -> None:
    """Put an item into a lane, before another one or last. Raises NewerItem where it is not as it was `seen`.

    ValueError for a lane that does not exist, or an item that is not to be done any more.
    """
    row, items = _board(item, seen)
    _write(user, row, items, moved(lanes_of(items), row.code, lane, before))


@transaction.atomic
def shift_plan_item(*, user: User, item: PlanItem, by: int, seen: str = "") -> None:
    """Move an item up (-1) or down (1) its lane; raises as above."""
    row, items = _board(item, seen)
    _write(user, row, items, shifted(lanes_of(items), row.code, by))


@transaction.atomic
def pull_forward(*, user: User, item: PlanItem, needs: Mapping[str, Sequence[str]], seen: str = "") -> None:
    """Put what an item needs before it, where it stands in a later lane; `needs` are practices by practice.

    An item that leads a practice on from a stage needs the one that leads to that stage.
    """
    row, items = _board(item, seen)
    by_practice: dict[str, list[PlanItem]] = {}
    for each in items:
        by_practice.setdefault(each.practice, []).append(each)
    wanted = {
        each.code: [
            *(other.code for need in needs.get(each.practice, ()) for other in by_practice.get(need, ())),
            *(other.code for other in by_practice[each.practice] if leads_to(other, each)),
        ]
        for each in items
    }
    _write(user, row, items, pulled_forward(lanes_of(items), wanted, row.code))


def _board(item: PlanItem, seen: str) -> tuple[PlanItem, list[PlanItem]]:
    """The item and all that is to be done; the company is held, so that of two moves one comes after the other."""
    Company.objects.select_for_update().get(workspace=item.workspace_id, pk=item.company_id)
    row = held(item, seen)
    if row.state not in ACTIVE:
        raise ValueError(row.state)
    return row, list(PlanItem.objects.filter(workspace=row.workspace_id, company=row.company_id, state__in=ACTIVE))


def _write(user: User, row: PlanItem, items: Sequence[PlanItem], board: Board) -> None:
    """Keep the board. Only what went to another lane, and the item itself, counts as changed for other people."""
    before = {each.code: each.lane for each in items}
    places = {code: place for lane in LANES for place, code in enumerate(board[lane])}
    for each in items:
        lane = lane_of(board, each.code)
        if (each.lane, each.place) == (lane, places[each.code]):
            continue
        each.lane, each.place = lane, places[each.code]
        again = ["updated_at"] if before[each.code] != lane or each.pk == row.pk else []
        each.save(update_fields=["lane", "place", *again])
        if before[each.code] != lane:
            each.company = row.company
            note_act("plan-item-placed", each, user, before=before[each.code], after=lane)
