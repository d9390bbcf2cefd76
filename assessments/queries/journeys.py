"""Reads of the journeys of a company."""

from __future__ import annotations

import datetime
import uuid
from typing import NamedTuple

from ..journey.map import JourneyMap
from ..journey.reading import read
from ..models import Company, Journey


class JourneyRow(NamedTuple):
    """A journey of a company: its code in addresses, its title, the map, and when it was changed last."""

    code: uuid.UUID
    title: str
    map: JourneyMap
    updated_at: datetime.datetime


def journeys_of(company: Company) -> list[JourneyRow]:
    """The journeys of a company, the one changed last first; one query."""
    rows = Journey.objects.filter(workspace=company.workspace_id, company=company).order_by("-updated_at", "-pk")
    return [JourneyRow(each.code, each.title, map_of(each), each.updated_at) for each in rows]


def map_of(journey: Journey) -> JourneyMap:
    """The map of a journey as a value."""
    return read(journey.map)
