"""Reads of the plan of a company."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from django.db.models import Case, Value, When
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..models import Company, Journey, PlanItem
from ..planning.board import LANES

ACTIVE = ("open", "doing")
WORKED_ON = (*ACTIVE, "done")  # neither dropped nor a gap that is accepted


class PlanRow(NamedTuple):
    """An item of the plan, whether its date is over, and the journey it comes from where that is still there."""

    item: PlanItem
    late: bool
    journey: Journey | None


def origin_key(journey: uuid.UUID, touchpoint: str, text: str) -> str:
    """Where an item from a journey comes from: the journey, the words, the touchpoint; at most 100 characters."""
    return f"{journey.hex}:{sha256(text.encode()).hexdigest()[:6]}:{touchpoint}"


def plan_of(company: Company) -> list[PlanRow]:
    """The whole plan, lane by lane in the order people gave it. Two queries."""
    lanes = Case(*(When(lane=lane, then=Value(at)) for at, lane in enumerate(LANES)))
    items = PlanItem.objects.filter(workspace=company.workspace_id, company=company).order_by(lanes, "place", "pk")
    journeys = {
        each.code.hex: each
        for each in Journey.objects.filter(workspace=company.workspace_id, company=company).only("code", "title")
    }
    return [PlanRow(each, is_late(each), journeys.get(each.about.partition(":")[0])) for each in items]


def lanes_of(items: Iterable[PlanItem]) -> dict[str, tuple[uuid.UUID, ...]]:
    """The codes of what is still to be done, by lane and in their order."""
    active = sorted((each for each in items if each.state in ACTIVE), key=lambda each: (each.place, each.pk))
    return {lane: tuple(each.code for each in active if each.lane == lane) for lane in LANES}


def plan_item(company: Company, code: uuid.UUID | None) -> PlanItem:
    """One item of the plan of a company, which comes along; 404 where there is none of this code."""
    items = PlanItem.objects.filter(workspace=company.workspace_id, company=company)
    return get_object_or_404(items.select_related("company"), code=code)


def seen_of(item: PlanItem) -> str:
    """What changes with every change of an item: a page hands it back, to tell whether somebody was quicker."""
    return item.updated_at.isoformat()


def is_late(item: PlanItem) -> bool:
    """Whether it should have been done by now and is not."""
    return item.state in ACTIVE and item.due_on is not None and item.due_on < timezone.localdate()


def is_up_again(item: PlanItem) -> bool:
    """Whether a gap that was accepted is to be looked at again by now."""
    return item.state == "accepted" and (item.review_on is None or item.review_on <= timezone.localdate())


def planned_from(journey: Journey) -> dict[str, PlanItem]:
    """What a journey has put into the plan, by `origin_key`; one query."""
    items = PlanItem.objects.filter(workspace=journey.workspace_id, company=journey.company_id, origin="journey")
    return {each.about: each for each in items.filter(about__startswith=f"{journey.code.hex}:")}
