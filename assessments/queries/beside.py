"""What stands beside the answers in a report: journeys, the assumption ledger, and what of the plan is done."""

from __future__ import annotations

import datetime
import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from ..journey.map import JourneyMap
from ..journey.reading import read
from ..models import Assumption, Company, Journey, PlanItem
from ..reports.since import DoneItem
from ..value.ledger import Assumption as LedgerEntry
from ..value.ledger import Ledger, ledger

LEDGER = ("key", "low", "base", "high", "source", "detail", "owner", "noted_on")
DONE = ("code", "title", "practice", "done_on", "origin")


@dataclass(frozen=True, slots=True)
class Beside:
    """The journeys of a company, the one changed last first; its ledger as it was entered; work in order of its end."""

    journeys: tuple[JourneyMap, ...]
    ledger: Ledger
    done: tuple[DoneItem, ...]


def beside(company: Company) -> Beside:
    """All of it in one query, because every report asks it."""
    ended = PlanItem.objects.filter(state="done", done_on__isnull=False)
    maps = _told("journey", Journey.objects, company, ("map", "updated_at"))
    told = maps.union(_told("row", Assumption.objects, company, LEDGER), _told("done", ended, company, DONE), all=True)
    found: dict[str, list[Any]] = {"journey": [], "row": [], "done": []}
    for kind, key, data in told:
        found[kind].append((key, data))
    journeys = sorted(found["journey"], key=lambda each: (each[1]["updated_at"], each[0]), reverse=True)
    done = sorted(found["done"], key=lambda each: (each[1]["done_on"], each[0]))
    return Beside(
        tuple(read(_json(data["map"])) for _key, data in journeys),
        ledger(
            LedgerEntry(**{**data, "noted_on": _day(data["noted_on"])}) for _key, data in sorted(found["row"], key=_key)
        ),
        tuple(
            DoneItem(**{**data, "code": str(uuid.UUID(data["code"])), "done_on": _day(data["done_on"])})
            for _key, data in done
        ),
    )


def _told(kind: str, rows: Any, company: Company, fields: tuple[str, ...]) -> QuerySet[Model, Any]:
    mine = rows.filter(workspace=company.workspace_id, company=company.pk)
    named = {each: each for each in fields}
    return mine.values_list(Cast(Value(kind), TextField()), "pk", JSONObject(**named))


def _key(row: tuple[int, Any]) -> int:
    return row[0]


def _json(stored: Any) -> Any:
    """SQLite hands over what was JSON in a column as text."""
    return json.loads(stored) if isinstance(stored, str) else stored


def _day(stored: str) -> datetime.date:
    return datetime.date.fromisoformat(stored)
