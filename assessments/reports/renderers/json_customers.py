"""Customers’ numbers and journeys of a report as plain values, for the JSON of the result."""

from __future__ import annotations

from typing import Any

from ...maturity.as_data import exact
from ..document import CustomersSection, JourneyCard


def customers_data(section: CustomersSection | None) -> dict[str, Any] | None:
    """What customers say, and each dimension from inside and outside; None where nobody could be asked."""
    if section is None:
        return None
    return {
        "measures": [
            {
                "measure": each.measure,
                "variant": each.variant,
                "value": exact(each.number.value),
                "low": exact(each.low),
                "high": exact(each.high),
                "n": each.n,
            }
            for each in section.numbers
        ],
        "dimensions": [
            {
                "id": each.id,
                "own": exact(each.own.value),
                "groups": [{"id": name, "points": exact(points)} for name, points in each.groups],
                "customers": exact(each.customers.value),
                "low": exact(each.low),
                "high": exact(each.high),
                "n": each.n,
                "difference": exact(each.difference.value),
                "beyond_chance": each.claimed,
            }
            for each in section.rows
        ],
    }


def journey_data(card: JourneyCard) -> dict[str, Any]:
    """One map: what is felt along it, what is remembered, the worst pains."""
    line = card.findings.feeling
    return {
        "title": card.title,
        "kind": card.findings.map.kind,
        "mean": exact(line.mean) if line else None,
        "peak": exact(line.peak.value) if line else None,
        "end": exact(line.end.value) if line else None,
        "peak_end": exact(line.peak_end) if line else None,
        "lowest_touchpoint": line.lowest.touchpoint.name if line else None,
        "pains": [
            {"text": each.text, "touchpoint": each.touchpoint, "score": exact(each.score)} for each in card.pains
        ],
    }
