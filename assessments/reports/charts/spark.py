"""A score over the rounds in the width of a table cell: a line that ends in a dot. For the web."""

from __future__ import annotations

from collections.abc import Sequence

from .drawing import Drawing
from .paint import Figure, Paint
from .shapes import share

WIDTH, HEIGHT, MARGIN = 104.0, 40.0, 5.0


def spark(paint: Paint, id: str, scores: Sequence[float], title: str) -> Figure:
    """Two or more scores 0..100, the oldest first, evenly spaced, on the whole scale: small steps look small."""
    if len(scores) < 2:
        raise ValueError("a line over time takes two scores")
    drawing = Drawing(paint, "cx-spark", WIDTH, HEIGHT)
    step = (WIDTH - 2 * MARGIN) / (len(scores) - 1)
    places = [
        (MARGIN + at * step, MARGIN + (1 - share(score)) * (HEIGHT - 2 * MARGIN)) for at, score in enumerate(scores)
    ]
    drawing.polyline("k-spark", places)
    x, y = places[-1]
    drawing.shape("circle", "k-ink", cx=x, cy=y, r=3)
    return drawing.figure(id, title, "", "cx-spark")
