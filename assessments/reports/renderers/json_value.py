"""What better experience may be worth, as plain values for JSON."""

from __future__ import annotations

from typing import Any

from ...maturity.as_data import exact
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
                "low": exact(each.low),
                "base": exact(each.base),
                "high": exact(each.high),
                "tornado": [
                    {"key": swing.key, "at_low": exact(swing.at_low), "at_high": exact(swing.at_high)}
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
