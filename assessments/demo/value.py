"""What a client of the demo aims at, and its assumption ledger."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ..value.ledger import Assumption
from .story import HERE


@dataclass(frozen=True, slots=True)
class Aimed:
    """Targets as a table keeps them (planning/stored.py), days from today to their day, and what money is called."""

    targets: tuple[dict[str, Any], ...]
    days_left: int
    currency: str


def aimed(key: str) -> Aimed | None:
    """What a client aims at; None where it aims at nothing."""
    found = _told().get(key)
    return Aimed(tuple(found["targets"]), found["days_left"], found["currency"]) if found else None


def ledger(key: str, day: date) -> list[Assumption]:
    """The ledger of a client as noted on a day; empty where it has none."""
    rows = _told().get(key, {}).get("rows", {})
    return [
        Assumption(name, low, base, high, source, day, owner, detail)
        for name, (low, base, high, source, detail, owner) in rows.items()
    ]


@cache
def _told() -> dict[str, dict[str, Any]]:
    return tomllib.loads((HERE / "value.toml").read_text(encoding="utf-8"))
