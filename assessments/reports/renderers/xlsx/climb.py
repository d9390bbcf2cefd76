"""Which levels stand, as the formulas of the sheet will find it."""

from __future__ import annotations

from collections.abc import Sequence

from ....maturity.lines import above


def climb(scores: Sequence[float | None], gate: float) -> list[int]:
    """1 for each level that stands together with all below it, 0 from the first that does not."""
    told, standing = [], 1
    for score in scores:
        standing *= int(score is not None and above(score, gate))
        told.append(standing)
    return told
