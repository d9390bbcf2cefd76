"""Which figures of worth there are, and which rows of the ledger each is made of (method 4.6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..maturity.lines import above, below
from .formulas import multiple, multiple_with_first, retention_uplift, self_service_saving
from .ledger import Ledger
from .range import Formula, Values

FigureId = Literal[
    "clv-multiple", "clv-multiple-with-first", "clv", "clv-with-first", "retention-uplift", "revenue-at-risk",
    "self-service-saving",
]  # fmt: skip
Unit = Literal["margins", "money-per-customer", "money", "money-per-year"]
WORTH = ("margin", "retention", "discount")


class Plain(NamedTuple):
    """A figure made of single rows; revenue at risk, which is made of segments, stands in risk."""

    unit: Unit
    keys: tuple[str, ...]
    formula: Formula


def _later(of: Values) -> float:
    return multiple(of["retention"], of["discount"])


def _with_first(of: Values) -> float:
    return multiple_with_first(of["retention"], of["discount"])


def _uplift(of: Values) -> float:
    before, after = of["retention"], of["retention"] + of["retention-gain"]
    return of["retention-attribution"] * retention_uplift(of["customers"], of["margin"], before, after, of["discount"])


def _saving(of: Values) -> float:
    whole = self_service_saving(of["deflection-gain"], of["contacts"], of["assisted-cost"], of["self-service-cost"])
    return of["self-service-attribution"] * whole


PLAIN: Mapping[FigureId, Plain] = {
    "clv-multiple": Plain("margins", WORTH, _later),
    "clv-multiple-with-first": Plain("margins", WORTH, _with_first),
    "clv": Plain("money-per-customer", WORTH, lambda of: of["margin"] * _later(of)),
    "clv-with-first": Plain("money-per-customer", WORTH, lambda of: of["margin"] * _with_first(of)),
    "retention-uplift": Plain("money", ("customers", *WORTH, "retention-gain", "retention-attribution"), _uplift),
    "self-service-saving": Plain(
        "money-per-year",
        ("deflection-gain", "contacts", "assisted-cost", "self-service-cost", "self-service-attribution"),
        _saving,
    ),
}


def boundless(keys: tuple[str, ...], rows: Ledger) -> tuple[str, ...]:
    """The rows that allow a retention outside 0..1 after the gain, or one so high that its worth has no end."""
    if "retention" not in keys:
        return ()
    gain = rows["retention-gain"] if "retention-gain" in keys else None
    lowest = rows["retention"].low + (gain.low if gain else 0)
    highest = rows["retention"].high + (gain.high if gain else 0)
    most = max(highest, rows["retention"].high)
    if below(lowest, 0) or above(most, 1) or most >= 1 + rows["discount"].low:
        return ("retention", "retention-gain", "discount") if gain else ("retention", "discount")
    return ()
