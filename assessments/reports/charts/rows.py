"""Figures of one row on the scale 0..100: the profile dot, the trust bar, two groups apart, and the axis above."""

from __future__ import annotations

from .paint import WEB, Anchor, Figure, Paint
from .row import Row
from .shapes import GATE, number, plot_mark, share

TICKS = (0.0, 25.0, 50.0, 75.0, 100.0)
CLOSE = 8.0  # ticks nearer to the gate than this give way to its number


def dot_row(
    paint: Paint,
    id: str,
    key: str,
    score: float | None,
    low: float | None,
    high: float | None,
    evidenced: float | None,
    title: str,
    gate: float = GATE,
    *,
    unrated_label: str = "",
) -> Figure:
    """One score 0..100 of level or factor `key` as its own mark on the axis.

    The band `low`..`high` is the range that don't-know answers leave open; the small open circle is what evidence bears
    out (`evidenced`). `score` None: a dashed line with `unrated_label`.
    """
    row = Row(paint, 40)
    row.grid(TICKS, gate)
    with row.group("", key, "is-unrated" if score is None else ""):
        if score is None:
            row.unrated_line(unrated_label)
        else:
            row.along("k-base", 0, 100)
            if low is not None and high is not None and high > low:
                row.along("k-range", low, high)
            if evidenced is not None:
                row.along("k-trail", evidenced, score)
            row.mark("k-fill k-halo", plot_mark(key, row.mark_size), score)
            if evidenced is not None:
                row.mark("k-prev", f'<circle r="{number(row.mark_size / 2)}"/>', evidenced)
    return row.figure(id, title, stretch=True)


def bar_row(
    paint: Paint,
    id: str,
    key: str,
    score: float | None,
    title: str,
    gate: float = GATE,
    *,
    unrated_label: str = "",
) -> Figure:
    """One score 0..100 of level or factor `key` as a bar, cut through at the gate.

    `score` None: an empty dashed bar with `unrated_label`.
    """
    row = Row(paint, 22)
    with row.group("", key, "is-unrated" if score is None else ""):
        if score is None:
            row.unrated_bar(unrated_label)
        else:
            row.shape("rect", "k-tint", x=row.at(0), y=0, width=row.span(1), height=row.bottom)
            row.shape("rect", "k-fill", x=row.at(0), y=0, width=row.span(share(score)), height=row.bottom)
            row.upright("k-thresh", gate)
    return row.figure(id, title, stretch=True)


def dumbbell_row(
    paint: Paint,
    id: str,
    key: str,
    first: float | None,
    second: float | None,
    title: str,
    gate: float = GATE,
    *,
    middle: float | None = None,
    height: float = 40,
) -> Figure:
    """Two groups on one axis 0..100: the `first` as the mark of `key`, the `second` as an open ring, a line between.

    Where the two all but coincide the ring goes around the mark. A third group, `middle`, is an open diamond. A group
    of None is left out; all None: a dashed line. `height` in pixels on the web.
    """
    row = Row(paint, height)
    row.grid(TICKS, gate)
    nobody = first is None and second is None and middle is None
    with row.group("", key, "is-unrated" if nobody else ""):
        if nobody:
            row.unrated_line("")
        else:
            row.along("k-base", 0, 100)
        together = first is not None and second is not None and abs(first - second) < 1
        orbit = min(row.mark_size * 1.6, row.height / 2 - 1)
        size = min(row.mark_size, orbit * 0.64) if together else row.mark_size
        if first is not None and second is not None:
            row.along("k-gap", first, second)
        if middle is not None:
            row.mark("k-prev", diamond(row.mark_size), middle)
        if second is not None and not together:
            row.mark("k-ring", f'<circle r="{number(row.mark_size)}"/>', second)
        if first is not None:
            row.mark("k-fill k-halo", plot_mark(key, size), first)
        if second is not None and together:
            row.mark("k-orbit", f'<circle r="{number(orbit)}"/>', second)
    return row.figure(id, title, stretch=True)


def diamond(size: float) -> str:
    """An upright square around 0,0."""
    half = number(size)
    return f'<path d="M0 -{half}L{half} 0L0 {half}L-{half} 0Z"/>'


def axis(gate: float = GATE, paint: Paint = WEB, *, per: float = 1) -> Figure:
    """The numbers 0..100 above rows, the gate's among them and strong. Decoration: every row says its own numbers.

    `per`: how much of the scale makes one on it, 25 for stages 0..4.
    """
    row = Row(paint, 20)
    shown = sorted({gate, *(tick for tick in TICKS if abs(tick - gate) >= CLOSE)})
    for tick in shown:
        anchor: Anchor = "start" if tick == 0 else "end" if tick == 100 else "middle"
        role = "k-axis is-strong" if tick == gate else "k-axis"
        row.text(role, number(tick / per), row.at(tick), row.height - (6 if paint.web else 5), anchor)
    return row.figure(stretch=True)
