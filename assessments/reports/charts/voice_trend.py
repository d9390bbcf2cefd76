"""A customer measure over months: its line and interval, with gaps where nothing may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import ceil, floor
from typing import NamedTuple

from .drawing import Drawing
from .fit import text_width
from .paint import Anchor, Figure, Paint
from .shapes import Point

WIDTH, HEIGHT = 360.0, 170.0
RIGHT, TOP, BOTTOM = 12.0, 14.0, 26.0
LETTERS, ROOM = 13.0, 14.0  # the size of words on a phone, and what stays free between two of them
TABULAR = str.maketrans("0123456789", "H" * 10)  # all figures are as wide as each other, and about as a capital
NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


class Month(NamedTuple):
    """One month of a trend: its name below, its value and interval in the unit of the measure.

    `value` None: no answers, or too few to show one. `indicative`: few answers, drawn as an open dot.
    """

    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    indicative: bool = False


Placed = tuple[float, Month]  # how far right, and what


def trend_ticks(months: Sequence[Month], scale: tuple[float, float]) -> list[float]:
    """The round numbers for the lines of a trend: they hold all values and intervals, and stay on the scale.

    About three of them. They are handed back to be worded, then given to `trend`.
    """
    shown = [each for month in months for each in (month.value, month.low, month.high) if each is not None]
    if not shown:
        return [scale[0], sum(scale) / 2, scale[1]]
    low, high = min(shown), max(shown)
    least = (scale[1] - scale[0]) / 20
    if high - low < least:
        low, high = (low + high - least) / 2, (low + high + least) / 2
    step = _nice((high - low) / 2)
    first, last = floor(max(low, scale[0]) / step), ceil(min(high, scale[1]) / step)
    return [
        min(max(each * step, scale[0]), scale[1]) for each in range(first, last + 1) if _on(each * step, step, scale)
    ]


def _on(tick: float, step: float, scale: tuple[float, float]) -> bool:
    """Whether a tick lies on the scale, or the end of the scale stands for it."""
    return scale[0] - step < tick < scale[1] + step


def _nice(step: float) -> float:
    power = 1.0
    while power > step:
        power /= 10
    while power * 10 <= step:
        power *= 10
    return power * next((each for each in NICE if each * power >= step), 10.0)


def trend(
    paint: Paint,
    id: str,
    months: Sequence[Month],
    ticks: Sequence[tuple[float, str]],
    title: str,
    desc: str,
    *,
    none_label: str = "",
) -> Figure:
    """The months from left to right, `ticks` (value, words) as lines across; the last value is a full dot.

    Only neighbours with a value are joined; where nothing may be shown stays a gap, and `none_label` stands alone if
    that is everywhere. Two ticks at least. Size 360 x 170; text stays readable at the width of a phone.
    """
    drawing = Drawing(paint, "cx-trend", WIDTH, HEIGHT)
    left = max(text_width(words.translate(TABULAR), LETTERS) for _value, words in ticks) + 10
    bottom, top = min(value for value, _words in ticks), max(value for value, _words in ticks)

    def down(value: float) -> float:
        part = (min(max(value, bottom), top) - bottom) / (top - bottom)
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)

    for value, words in ticks:
        drawing.line("k-grid", left, down(value), WIDTH - RIGHT, down(value))
        drawing.text("k-axis", words, left - 8, down(value) + 4, "end")
    step = (WIDTH - RIGHT - left - 8) / max(1, len(months) - 1)
    placed = [(left + 4 + place * step, month) for place, month in enumerate(months)]
    runs = list(_runs(placed))
    for run in runs:
        _band(drawing, run, down)
    for run in runs:
        _line(drawing, run, down)
    if runs:
        x, month = runs[-1][-1]
        if not month.indicative:
            drawing.shape("circle", "k-ink k-halo", cx=x, cy=down(month.value or 0), r=4.5)
    else:
        drawing.text("k-none", none_label, (left + WIDTH - RIGHT) / 2, (HEIGHT - BOTTOM + TOP) / 2, "middle")
    _names(drawing, placed)
    return drawing.figure(id, title, desc)


def _runs(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Months with a value that stand next to each other."""
    for shown, run in groupby(placed, key=lambda each: each[1].value is not None):
        if shown:
            yield list(run)


def _band(drawing: Drawing, run: list[Placed], down: Callable[[float], float]) -> None:
    """The interval of a run of months; of one alone it is a narrow bar."""
    edges = [(x, month.low, month.high) for x, month in run if month.low is not None and month.high is not None]
    if len(edges) == 1:
        x, low, high = edges[0]
        edges = [(x - 4, low, high), (x + 4, low, high)]
    upper: list[Point] = [(x, down(high)) for x, _low, high in edges]
    lower: list[Point] = [(x, down(low)) for x, low, _high in reversed(edges)]
    if edges:
        drawing.polygon("k-band", upper + lower)


def _line(drawing: Drawing, run: list[Placed], down: Callable[[float], float]) -> None:
    points = [(x, down(month.value or 0)) for x, month in run]
    if len(points) > 1:
        drawing.polyline("k-trend", points)
    for (x, y), (_x, month) in zip(points, run, strict=True):
        if month.indicative or len(points) == 1:
            drawing.shape("circle", "k-spot", cx=x, cy=y, r=3.5)


def _names(drawing: Drawing, placed: Sequence[Placed]) -> None:
    """The first and the last month, and as many between them as there is room for."""
    if not placed:
        return
    widest = max(text_width(month.label, LETTERS) for _x, month in placed) + ROOM
    across = placed[-1][0] - placed[0][0]
    fitting = max(1, int(across / widest)) if across else 1
    every = ceil((len(placed) - 1) / fitting) or 1
    last = len(placed) - 1
    for place, (x, month) in enumerate(placed):
        anchor: Anchor = "start" if place == 0 else "end" if place == last else "middle"
        if place == last or (place % every == 0 and placed[-1][0] - x >= 1.5 * widest) or place == 0:
            drawing.text("k-axis", month.label, x - 4 if place == 0 else x, HEIGHT - 6, anchor)
