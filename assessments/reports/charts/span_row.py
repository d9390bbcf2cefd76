"""A stretch of time on one row, and how full a lane is: bars that stretch to their column (web only)."""

from __future__ import annotations

from collections.abc import Sequence

from .paint import WEB, Anchor, Figure
from .row import Row

TALL = 20.0


def span_row(begin: float, end: float, lines: str, key: str = "", done: bool = False) -> Figure:
    """A bar from `begin` to `end` on a scale 0..100, between the lines that the `month_row` of this id shares.

    Decoration beside words that say the same. A bar that is done is pale.
    """
    row = Row(WEB, TALL)
    row.use(f"{lines}-months")
    with row.group("" if key else "is-plain", key):
        width = max(1.0, end - begin)
        role = "k-mid" if done else "k-fill"
        row.shape("rect", role, x=row.at(begin), y=5, width=row.span(width / 100), height=TALL - 10, rx=2)
    row.use(f"{lines}-now")
    return row.figure(stretch=True)


def month_row(
    labels: Sequence[tuple[float, str]], now: float, now_word: str, lines: str, ticks: Sequence[float]
) -> Figure:
    """The months over such rows, each at its place 0..100, and the word for today below its line.

    Drawn once for all rows, under the id `lines`: hairlines at `ticks`, a strong line at `now`.
    """
    row = Row(WEB, 2 * TALL)
    with row.shared(f"{lines}-months"):
        for tick in ticks:
            row.upright("k-grid", tick)
    with row.shared(f"{lines}-now"):
        row.upright("k-now", now)
    for at, word in labels:
        row.upright("k-grid", at)
        row.text("k-axis", word, row.at(at), 14)
    anchor: Anchor = "start" if now < 15 else "end" if now > 85 else "middle"
    row.text("k-axis is-strong", now_word, row.at(now), 34, anchor)
    return row.figure(stretch=True)


def load_row(points: float, capacity: float, scale: float) -> Figure:
    """How much a lane holds: a bar of `points` on a scale 0..`scale`, a dotted line at `capacity`. Decoration."""
    row = Row(WEB, 14)
    row.shape("rect", "k-cell", x=0, y=0, width="100%", height=14)
    with row.group("", "", "is-over" if points > capacity else ""):
        row.shape("rect", "k-load", x=0, y=0, width=row.span(min(1.0, points / scale)), height=14)
    row.upright("k-grid-strong", 100 * min(1.0, capacity / scale))
    return row.figure(stretch=True)
