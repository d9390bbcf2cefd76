"""A customer measure with its 95 % interval on its own scale."""

from __future__ import annotations

from collections.abc import Sequence

from .paint import Figure, Paint
from .row import Row
from .shapes import number


def interval_row(
    paint: Paint,
    id: str,
    value: float | None,
    interval: tuple[float, float] | None,
    scale: tuple[float, float],
    title: str,
    *,
    desc: str = "",
    before: float | None = None,
    ticks: Sequence[float] = (),
    unrated_label: str = "",
) -> Figure:
    """A dot at `value` and its `interval`, all in the unit of the measure, on a line from end to end of the `scale`.

    `before`: an open dot for an earlier period. `value` None: a dashed line with `unrated_label`. `ticks`: places of
    small marks. The numbers at the ends belong below, as words of the page.
    """
    row = Row(paint, 34)

    def place(number: float) -> float:
        return 100 * (number - scale[0]) / (scale[1] - scale[0])

    with row.group("", "", "is-unrated" if value is None else ""):
        if value is None:
            row.unrated_line(unrated_label)
        else:
            row.along("k-base", 0, 100)
            for tick in ticks:
                row.mark("k-tick", _upright(4), place(tick))
            if before is not None:
                row.mark("k-prev", '<circle r="5"/>', place(before))
            if interval:
                row.along("k-ci", *map(place, interval))
                for end in interval:
                    row.mark("k-cicap", _upright(6), place(end))
            row.mark("k-ink k-halo", f'<circle r="{number(row.mark_size - 0.5)}"/>', place(value))
    return row.figure(id, title, desc, stretch=True)


def _upright(half: float) -> str:
    return f'<path d="M0 -{number(half)}V{number(half)}"/>'
