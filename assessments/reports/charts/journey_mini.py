"""A journey as small as a word: its line alone, with a dot at the lowest point."""

from __future__ import annotations

from collections.abc import Sequence

from ...journey.curve import segments
from .drawing import Drawing
from .paint import Figure, Paint
from .shapes import number

WIDTH, HEIGHT, PAD = 160.0, 40.0, 6.0


def feeling_mini(paint: Paint, id: str, values: Sequence[float], title: str, *, scale: float = 2) -> Figure:
    """The line through `values` on -scale..scale, named by `title`; the lowest one has a dot. At least one value."""
    drawing = Drawing(paint, "cx-mini", WIDTH, HEIGHT)
    step = (WIDTH - 2 * PAD) / max(1, len(values) - 1)
    start = PAD if len(values) > 1 else WIDTH / 2
    points = [
        (start + step * place, HEIGHT / 2 - value / scale * (HEIGHT / 2 - PAD)) for place, value in enumerate(values)
    ]
    drawing.line("k-grid-strong", 0, HEIGHT / 2, WIDTH, HEIGHT / 2)
    if line := segments(points):
        drawing.shape("path", "k-curve", d=f"M{_at(points[0])}" + "".join(_curve(each[1:]) for each in line))
    x, y = points[values.index(min(values))]
    with drawing.group("k-emo", "", "is-low" if min(values) < 0 else ""):
        drawing.shape("circle", "k-emo-dot", cx=x, cy=y, r=4)
    return drawing.figure(id, title, "")


def _curve(points: Sequence[tuple[float, float]]) -> str:
    return f"C{' '.join(map(_at, points))}"


def _at(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"
