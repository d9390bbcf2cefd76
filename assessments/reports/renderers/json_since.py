"""What has changed since the round before, as plain values for JSON."""

from __future__ import annotations

from typing import Any

from ...maturity.as_data import exact
from ..document import SinceSection


def since_data(section: SinceSection | None) -> dict[str, Any] | None:
    """The section “Since last time”; None in a first round."""
    if section is None:
        return None
    return {
        "previous": section.previous,
        "level": {"before": section.level_before, "now": section.level, "verdict": section.level_verdict},
        "trust": {
            "before": exact(section.trust_before),
            "now": exact(section.trust),
            "verdict": section.trust_verdict,
        },
        "changed": [
            {
                "id": each.id,
                "before": exact(each.before_value),
                "now": exact(each.now.value),
                "verdict": each.verdict,
                "points": exact(each.points),
                "line": exact(each.line),
            }
            for each in section.rows
        ],
        "done": [{"title": each.title, "practice": each.practice or None} for each in section.done],
    }
