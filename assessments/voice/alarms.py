"""Alarms: what the numbers say of the red flags (method 9.2). The rules are in alarm_rules.py.

An alarm never rests on a share or a score of fewer than 30 (display.py); counts of things that must not happen at all,
such as a case past its date, speak from the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .metrics import Csat, Nps


@dataclass(frozen=True, slots=True)
class Alarm:
    """A red flag with what raises it. `numbers` by name, as JSON holds them; the shell tells them in words.

    `until` is the last month it rests on ("2026-10"; "" where time plays no part); `level` says how bad, more is worse;
    `places` are the touchpoints it speaks of.
    """

    flag: str
    rule: str
    until: str = ""
    level: float = 0
    places: tuple[str, ...] = ()
    numbers: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The alarm as a red flag keeps it."""
        told = {"rule": self.rule, "until": self.until, "level": self.level, "places": list(self.places)}
        return {**self.numbers, **told}


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """The numbers of a kind (figures.py) in the month that begins on `month`; `touchpoint` is "" for all."""

    kind: str
    touchpoint: str
    month: date
    numbers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Heard:
    """NPS and CSAT of a window at a touchpoint ("" for all), and the month of the newest answer ("2026-10")."""

    touchpoint: str
    nps: Nps | None
    csat: Csat | None
    until: str


@dataclass(frozen=True, slots=True)
class AlarmFacts:
    """All that the rules look at.

    `heard` are the last 90 days; `asked_twice` counts customers who answered on two days of the last 90, `nps_twice`
    those who gave two NPS ratings within 180; None where nobody has counted. `sales` are touchpoints at which something
    is bought. `actions` is the number of improvements under way.
    """

    today: date
    figures: tuple[MonthFigure, ...] = ()
    heard: tuple[Heard, ...] = ()
    nps_twice: int | None = None
    asked_twice: int | None = None
    sales: frozenset[str] = frozenset()
    actions: int = 0


def is_news(alarm: Alarm, closed: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the alarm says more than what a person has seen and closed: later, worse, elsewhere, or by another rule.

    `closed` is what the closed flag was raised with (Alarm.as_json).
    """
    of = alarm.numbers.get("journey")
    same = [each for each in closed if (each.get("rule"), each.get("journey")) == (alarm.rule, of)]
    return not any(
        alarm.until <= str(each.get("until", ""))
        and alarm.level <= float(each.get("level", 0))
        and set(alarm.places) <= set(each.get("places", ()))
        for each in same
    )


def is_sale(touchpoint: str) -> bool:
    """Whether the name of a touchpoint says that something is bought there."""
    name = touchpoint.casefold()
    return any(word in name for word in SALE_WORDS)


SALE_WORDS = (
    "sale", "purchase", "checkout", "check-out", "buying", "ordering",
    "购买", "購買", "结账", "结帐", "結帳", "下单", "下單", "成交", "销售", "銷售", "收银", "收銀",
)  # fmt: skip
