"""A filled ledger: a thousand customers with a margin of 120, kept at 80 per cent; two more points of them kept."""

from __future__ import annotations

import datetime
from typing import Any

from django.urls import reverse

from assessments.actions.assumptions import save_ledger
from assessments.value.ledger import Assumption
from tests.personas import World

DAY = datetime.date(2026, 11, 2)
ROWS: dict[str, tuple[float, float, float, str]] = {
    "customers": (1000, 1000, 1000, "own-data"),
    "margin": (120, 120, 120, "finance"),
    "retention": (0.78, 0.8, 0.82, "own-data"),
    "discount": (0.1, 0.1, 0.1, "finance"),
    "retention-gain": (0.01, 0.02, 0.03, "assumption"),
    "retention-attribution": (0.5, 0.75, 1, "assumption"),
}


def rows(**changed: Any) -> list[Assumption]:
    """The rows of the ledger, some with other numbers."""
    told = ROWS | {key.replace("_", "-"): value for key, value in changed.items()}
    return [Assumption(key, *numbers, source, DAY, "Dora Wong") for key, (*numbers, source) in told.items()]


def fill(world: World, **changed: Any) -> None:
    save_ledger(user=world.owner, company=world.company, rows=rows(**changed))


def url(world: World, name: str = "value") -> str:
    return reverse(name, args=[world.company.code])


def sent(**more: dict[str, str]) -> dict[str, str]:
    """What the form sends for these rows, by key."""
    return {f"{key.replace('_', '-')}-{field}": value for key, row in more.items() for field, value in row.items()}


def row(low: str, base: str, high: str, source: str = "finance", **more: str) -> dict[str, str]:
    told = {"low": low, "base": base, "high": high, "source": source, "owner": "Dora Wong", "noted_on": "2026-11-02"}
    return told | more
