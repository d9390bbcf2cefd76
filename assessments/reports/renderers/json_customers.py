"""Customers’ numbers and journeys of a report as plain values, for the JSON of the result."""

from __future__ import annotations

from typing import Any

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
                "value": _round(each.number.value),
                "low": _round(each.low),
                "high": _round(each.high),
                "n": each.n,
            }
            for each in section.numbers
        ],
        "dimensions": [
            {
                "id": each.id,
                "own": _round(each.own.value),
                "groups": [{"id": name, "points": _round(points)} for name, points in each.groups],
                "customers": _round(each.customers.value),
                "low": _round(each.low),
                "high": _round(each.high),
                "n": each.n,
                "difference": _round(each.difference.value),
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
        "mean": _round(line.mean) if line else None,
        "peak": _round(line.peak.value) if line else None,
        "end": _round(line.end.value) if line else None,
        "peak_end": _round(line.peak_end) if line else None,
        "lowest_touchpoint": line.lowest.touchpoint.name if line else None,
        "pains": [
            {"text": each.text, "touchpoint": each.touchpoint, "score": _round(each.score)} for each in card.pains
        ],
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
