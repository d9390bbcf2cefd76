"""A score now and later on one row: a solid bar, and the outline of what is added (web only)."""

from __future__ import annotations

from .paint import WEB, Figure
from .row import Row
from .shapes import GATE, share

TALL = 14.0


def lift_row(key: str, now: float | None, then: float | None, gate: float = GATE) -> Figure:
    """The scores 0..100 of level or factor `key`; an empty dashed bar where it is not rated.

    Decoration beside words that say the same. What is lost has no picture: steps never lower a score.
    """
    row = Row(WEB, TALL)
    with row.group("", key, "is-unrated" if now is None else ""):
        if now is None:
            row.unrated_bar("")
        else:
            row.shape("rect", "k-cell", x=0, y=0, width="100%", height=TALL)
            row.shape("rect", "k-fill", x=0, y=0, width=row.span(share(now)), height=TALL)
            if then is not None and then > now:
                row.shape(
                    "rect", "k-gain", x=row.at(now), y=0.75, width=row.span(share(then) - share(now)), height=TALL - 1.5
                )
            row.upright("k-thresh", gate)
    return row.figure(stretch=True)
