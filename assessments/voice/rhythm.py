"""How often one person may be asked (method 4.7): a relationship survey every 180 days, a transactional every 90.

A relationship survey (NPS, trust pulse) wins a clash: after one, a transactional (CSAT, CES) waits as well, while a
transactional one never keeps a relationship survey waiting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

RELATIONSHIP_DAYS, TRANSACTIONAL_DAYS = 180, 90
RELATIONSHIP = ("nps", "trust")


@dataclass(frozen=True, slots=True)
class AskedOn:
    """On this day the person was asked, or answered, a survey of this kind: nps, csat, ces or trust."""

    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class Wait:
    """The person may be asked from this day on, because of that last time."""

    until: date
    because: AskedOn


def kind_of(measure: str) -> str:
    """The kind of survey that a measure belongs to: "trust" for trust-int and the others."""
    return measure.partition("-")[0]


def wait_of(kind: str, before: Iterable[AskedOn], today: date) -> Wait | None:
    """How long somebody who was asked `before` has to be left alone; None where a survey of `kind` may go out today."""
    waits = [Wait(each.on + timedelta(days=days), each) for each in before if (days := _days(kind, each.kind))]
    longest = max(waits, key=lambda each: each.until, default=None)
    return longest if longest and longest.until > today else None


def _days(kind: str, asked: str) -> int:
    """How many days must lie between one survey and another; 0 where they do not keep each other waiting."""
    if kind in RELATIONSHIP:
        return RELATIONSHIP_DAYS if asked in RELATIONSHIP else 0
    return TRANSACTIONAL_DAYS
