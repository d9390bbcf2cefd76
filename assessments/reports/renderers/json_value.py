"""What better experience may be worth, as plain values for JSON."""

from __future__ import annotations

from typing import Any

from ..document import ValueSection


def value_data(section: ValueSection | None) -> dict[str, Any] | None:
    """Ranges, what is withheld, and the ledger; None where no assumption was entered."""
    if section is None:
        return None
    return {
        "figures": [
            {
                "id": each.id,
                "unit": each.unit,
                "low": round(each.low, 6),
                "base": round(each.base, 6),
                "high": round(each.high, 6),
                "tornado": [
                    {"key": swing.key, "at_low": round(swing.at_low, 6), "at_high": round(swing.at_high, 6)}
                    for swing in each.swings
                ],
            }
            for each in section.figures
        ],
        "withheld": [{"id": each.id, "why": each.why} for each in section.withheld],
        "ledger": [
            {
                "key": each.key,
                "low": each.low,
                "base": each.base,
                "high": each.high,
                "source": each.source,
                "detail": each.detail,
                "date": each.date,
                "owner": each.owner,
            }
            for each in section.ledger
        ],
    }
