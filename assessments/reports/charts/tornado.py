"""One assumption of a tornado as a row: how far it sways a figure to either side of its base."""

from __future__ import annotations

from .paint import Figure, Paint
from .row import Row
from .shapes import share

TALL = 16.0


def tornado_row(
    paint: Paint, at_low: float, at_high: float, base: float, least: float, most: float, title: str = "", id: str = ""
) -> Figure:
    """The figure with the assumption `at_low` and `at_high`, on a scale from `least` to `most` (not the same).

    A solid bar where the assumption is low, an outlined one where it is high, a strong line at the `base`. All rows of
    a tornado have one scale. Without a `title` it is decoration beside words that say the same.
    """
    row = Row(paint, TALL)
    low, high, middle = ((each - least) / (most - least) * 100 for each in (at_low, at_high, base))
    top, height = (1.5, TALL - 3) if paint.web else (3.0, 10.0)
    for end, role in ((low, "k-swing-low"), (high, "k-swing-high")):
        first, last = sorted((end, middle))
        if last > first:
            row.shape("rect", role, x=row.at(first), y=top, width=row.span(share(last) - share(first)), height=height)
    row.upright("k-swing-base", middle)
    return row.figure(id, title, "", stretch=True)
