"""One score beside others on the axis 0..100: their quartiles as a band, their median as an upright. For the web."""

from __future__ import annotations

from collections.abc import Sequence

from .paint import Figure, Paint
from .row import Row
from .rows import TICKS, diamond
from .shapes import GATE, number, plot_mark


def benchmark_row(
    paint: Paint,
    id: str,
    key: str,
    own: float | None,
    title: str,
    *,
    median: float | None = None,
    band: tuple[float, float] | None = None,
    references: Sequence[float] = (),
    gate: float = GATE,
) -> Figure:
    """`own` as the mark of the level or factor `key` ("": a disc), in front of what it is set beside.

    `references` are figures from outside, open diamonds, never to be taken for companies.
    """
    row = Row(paint, 40)
    row.grid(TICKS, gate)
    with row.group("", key):
        row.along("k-base", 0, 100)
        if band is not None:
            row.along("k-quart", *band)
        if median is not None:
            row.upright("k-median", median)
        for each in references:
            row.mark("k-refer", diamond(row.mark_size), each)
        if own is not None and key:
            row.mark("k-fill k-halo", plot_mark(key, row.mark_size), own)
        elif own is not None:
            row.mark("k-ink k-halo", f'<circle r="{number(row.mark_size)}"/>', own)
    return row.figure(id, title, stretch=True)
