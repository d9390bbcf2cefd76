"""Reads of the plan of a company."""

from __future__ import annotations

import uuid
from hashlib import sha256
from typing import NamedTuple

from django.db.models import Case, F, Value, When
from django.utils import timezone

from ..models import Company, Journey, PlanItem

ACTIVE = ("open", "doing")


class PlanRow(NamedTuple):
    """An item of the plan, whether its date is over, and the journey it comes from where that is still there."""

    item: PlanItem
    late: bool
    journey: Journey | None


def origin_key(journey: uuid.UUID, touchpoint: str, text: str) -> str:
    """Where an item from a journey comes from: the journey, the words, the touchpoint; at most 100 characters."""
    return f"{journey.hex}:{sha256(text.encode()).hexdigest()[:6]}:{touchpoint}"


def plan_of(company: Company) -> list[PlanRow]:
    """The whole plan: what is under way first, then by date; what is done or dropped last. Two queries."""
    last = Case(When(state__in=ACTIVE, then=Value(0)), default=Value(1))
    items = PlanItem.objects.filter(workspace=company.workspace_id, company=company)
    found = items.order_by(last, F("due_on").asc(nulls_last=True), "created_at", "pk")
    journeys = {
        each.code.hex: each
        for each in Journey.objects.filter(workspace=company.workspace_id, company=company).only("code", "title")
    }
    return [PlanRow(each, is_late(each), journeys.get(each.about.partition(":")[0])) for each in found]


def plan_item(company: Company, code: uuid.UUID) -> PlanItem | None:
    """One item of the plan of a company; its company comes along."""
    items = PlanItem.objects.filter(workspace=company.workspace_id, company=company, code=code)
    return items.select_related("company").first()


def is_late(item: PlanItem) -> bool:
    """Whether it should have been done by now and is not."""
    return item.state in ACTIVE and item.due_on is not None and item.due_on < timezone.localdate()


def planned_from(journey: Journey) -> dict[str, PlanItem]:
    """What a journey has put into the plan, by `origin_key`; one query."""
    items = PlanItem.objects.filter(workspace=journey.workspace_id, company=journey.company_id, origin="journey")
    return {each.about: each for each in items.filter(about__startswith=f"{journey.code.hex}:")}
